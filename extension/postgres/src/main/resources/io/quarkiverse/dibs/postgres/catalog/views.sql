SELECT c.oid::int8 AS oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       c.relkind::text AS kind,
       pg_get_viewdef(c.oid) AS query,
       c.reloptions AS options,
       CASE WHEN am.amname <> 'heap' THEN am.amname::text END AS access_method,
       ts.spcname::text AS tablespace,
       c.relispopulated AS populated
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
   AND c.relkind IN ('v', 'm')
   AND c.relname !~ '^__dibs_'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
