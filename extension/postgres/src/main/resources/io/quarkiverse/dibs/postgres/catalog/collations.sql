SELECT c.oid::int8 AS oid,
       n.nspname::text AS schema,
       c.collname::text AS name,
       CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
       coalesce(c.colllocale, c.collcollate) AS collate, -- since 17
       coalesce(c.colliculocale, c.collcollate) AS collate, -- since 15 before 17
       c.collcollate AS collate, -- before 15
       coalesce(c.colllocale, c.collctype) AS ctype, -- since 17
       coalesce(c.colliculocale, c.collctype) AS ctype, -- since 15 before 17
       c.collctype AS ctype, -- before 15
       c.collicurules AS rules, -- since 16
       NULL::text AS rules, -- before 16
       c.collisdeterministic AS deterministic
  FROM pg_collation c
  JOIN pg_namespace n ON n.oid = c.collnamespace
 WHERE c.collnamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_collation'::regclass AND e.objid = c.oid AND e.deptype = 'e')
