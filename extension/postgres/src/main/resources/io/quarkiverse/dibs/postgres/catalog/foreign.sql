SELECT 'pg_foreign_data_wrapper'::regclass::int8 AS catalog,
       w.oid::int8 AS oid,
       w.fdwname::text AS name,
       (SELECT quote_ident(n.nspname) || '.' || quote_ident(p.proname)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = w.fdwhandler) AS handler,
       (SELECT quote_ident(n.nspname) || '.' || quote_ident(p.proname)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = w.fdwvalidator) AS validator,
       NULL::text AS type,
       NULL::text AS version,
       NULL::text AS wrapper,
       NULL::int8 AS server,
       w.fdwoptions AS options
  FROM pg_foreign_data_wrapper w
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid AND e.deptype = 'e')
UNION ALL
SELECT 'pg_foreign_server'::regclass::int8,
       s.oid::int8,
       s.srvname::text,
       NULL,
       NULL,
       s.srvtype,
       s.srvversion,
       w.fdwname::text,
       NULL,
       s.srvoptions
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
UNION ALL
SELECT 'pg_user_mapping'::regclass::int8,
       m.umid::int8,
       CASE WHEN m.umuser = 0 THEN '' ELSE m.usename::text END,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       m.srvid::int8,
       m.umoptions
  FROM pg_user_mappings m
