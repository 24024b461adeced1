SELECT c.oid::int8 AS oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       c.relkind::text AS kind,
       c.relpersistence::text AS persistence,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN am.amname <> 'heap' THEN am.amname::text END AS access_method,
       ts.spcname::text AS tablespace,
       c.reloptions AS storage_parameters,
       toast.reloptions AS toast_parameters,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS force_row_security,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound,
       c.relreplident::text AS replica_identity,
       s.srvname::text AS server,
       ft.ftoptions AS foreign_options,
       -- what was never analyzed has no estimate but may well have rows: then its size speaks
       CASE WHEN c.relkind <> 'r' THEN 0
            WHEN c.reltuples >= 0 THEN greatest(c.reltuples::int8, pg_stat_get_live_tuples(c.oid))
            ELSE greatest(pg_stat_get_live_tuples(c.oid), pg_relation_size(c.oid) / 8192 * 40)
       END::int8 AS estimated_rows
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_foreign_server s ON s.oid = ft.ftserver
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
   AND c.relkind IN ('r', 'p', 'f')
   AND c.relname !~ '^__dibs_'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
