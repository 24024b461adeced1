SELECT x.oid::int8 AS oid,
       x.extname::text AS name,
       n.nspname::text AS schema,
       x.extversion AS version
  FROM pg_extension x
  JOIN pg_namespace n ON n.oid = x.extnamespace
 -- plpgsql comes with every database
 WHERE x.oid >= 16384
