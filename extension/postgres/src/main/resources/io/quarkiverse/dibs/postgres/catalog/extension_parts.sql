-- the parts of extensions that have privileges of their own; types are left out
SELECT d.classid::int8 AS catalog,
       d.objid::int8 AS oid,
       e.extname::text AS extension,
       x.kind,
       x.schema,
       x.name,
       x.arguments
  FROM pg_depend d
  JOIN pg_extension e ON e.oid = d.refobjid
 CROSS JOIN LATERAL (
         SELECT CASE p.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END AS kind,
                n.nspname::text AS schema,
                p.proname::text AS name,
                array_to_string(ARRAY (SELECT format_type(a.type, NULL)
                                         FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, position)
                                        ORDER BY a.position), ', ') AS arguments
           FROM pg_proc p
           JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE d.classid = 'pg_proc'::regclass AND p.oid = d.objid AND p.proacl IS NOT NULL
            AND n.oid = ANY ($1::int8[]::oid[])
         UNION ALL
         SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'
                               WHEN 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END,
                n.nspname, c.relname, ''
           FROM pg_class c
           JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relacl IS NOT NULL
            AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND n.oid = ANY ($1::int8[]::oid[])
         UNION ALL
         SELECT 'FOREIGN_DATA_WRAPPER', '', w.fdwname, ''
           FROM pg_foreign_data_wrapper w
          WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND w.oid = d.objid AND w.fdwacl IS NOT NULL
         UNION ALL
         SELECT 'LANGUAGE', '', l.lanname, ''
           FROM pg_language l
          WHERE d.classid = 'pg_language'::regclass AND l.oid = d.objid AND l.lanacl IS NOT NULL) x
 WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
