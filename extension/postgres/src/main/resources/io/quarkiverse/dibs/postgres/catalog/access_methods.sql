-- those that came with the database have low numbers
SELECT a.oid::int8 AS oid,
       a.amname::text AS name,
       CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS type,
       quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS handler
  FROM pg_am a
  JOIN pg_proc p ON p.oid = a.amhandler
  JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE a.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_am'::regclass AND e.objid = a.oid AND e.deptype = 'e')
