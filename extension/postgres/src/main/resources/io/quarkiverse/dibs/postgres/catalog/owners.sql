-- only where it is somebody else
SELECT o.catalog::int8 AS catalog,
       o.oid::int8 AS oid,
       r.rolname::text AS role
  FROM (SELECT 'pg_namespace'::regclass AS catalog, n.oid, n.nspowner AS owner
          FROM pg_namespace n
         -- the owner that a new database gives to public
         WHERE NOT (n.nspname = 'public' AND n.nspowner IN (10, 6171))
        UNION ALL
        -- a sequence that a column owns has the table's owner
        SELECT 'pg_class'::regclass, c.oid, c.relowner
          FROM pg_class c
         WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
            OR c.relkind = 'S'
           AND NOT EXISTS (SELECT FROM pg_depend d
                            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                              AND d.refobjsubid <> 0 AND d.deptype IN ('a', 'i'))
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, t.typowner
          FROM pg_type t
         WHERE t.typtype IN ('e', 'd', 'r')
            OR t.typtype IN ('b', 'p') AND t.typcategory <> 'A'
            OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
        UNION ALL
        SELECT 'pg_proc'::regclass, p.oid, p.proowner FROM pg_proc p
        UNION ALL
        SELECT 'pg_collation'::regclass, c.oid, c.collowner FROM pg_collation c
        UNION ALL
        SELECT 'pg_operator'::regclass, o.oid, o.oprowner FROM pg_operator o
        UNION ALL
        SELECT 'pg_opclass'::regclass, o.oid, o.opcowner FROM pg_opclass o
        UNION ALL
        SELECT 'pg_opfamily'::regclass, o.oid, o.opfowner FROM pg_opfamily o
        UNION ALL
        SELECT 'pg_language'::regclass, l.oid, l.lanowner FROM pg_language l
        UNION ALL
        SELECT 'pg_conversion'::regclass, c.oid, c.conowner FROM pg_conversion c
        UNION ALL
        SELECT 'pg_ts_dict'::regclass, d.oid, d.dictowner FROM pg_ts_dict d
        UNION ALL
        SELECT 'pg_ts_config'::regclass, c.oid, c.cfgowner FROM pg_ts_config c
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, w.fdwowner FROM pg_foreign_data_wrapper w
        UNION ALL
        SELECT 'pg_foreign_server'::regclass, s.oid, s.srvowner FROM pg_foreign_server s
        UNION ALL
        SELECT 'pg_event_trigger'::regclass, t.oid, t.evtowner FROM pg_event_trigger t
        UNION ALL
        SELECT 'pg_publication'::regclass, p.oid, p.pubowner FROM pg_publication p
        UNION ALL
        SELECT 'pg_subscription'::regclass, s.oid, s.subowner FROM pg_subscription s
        UNION ALL
        SELECT 'pg_statistic_ext'::regclass, s.oid, s.stxowner FROM pg_statistic_ext s) o
  JOIN pg_roles r ON r.oid = o.owner
 WHERE (o.oid >= 16384 OR o.oid = 2200)
   AND r.rolname <> current_user
