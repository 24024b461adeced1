SELECT c.oid::int8 AS oid,
       n.nspname::text AS schema,
       c.conname::text AS name,
       c.condefault AS is_default,
       pg_encoding_to_char(c.conforencoding)::text AS source,
       pg_encoding_to_char(c.contoencoding)::text AS target,
       quote_ident(fn.nspname) || '.' || quote_ident(p.proname) AS function
  FROM pg_conversion c
  JOIN pg_namespace n ON n.oid = c.connamespace
  JOIN pg_proc p ON p.oid = c.conproc
  JOIN pg_namespace fn ON fn.oid = p.pronamespace
 WHERE c.connamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_conversion'::regclass AND e.objid = c.oid AND e.deptype = 'e')
