SELECT s.oid::int8 AS oid,
       n.nspname::text AS schema,
       s.stxname::text AS name,
       s.stxrelid::int8 AS relation,
       nullif(s.stxstattarget, -1) AS target,
       pg_get_statisticsobjdef(s.oid) AS definition
  FROM pg_statistic_ext s
  JOIN pg_namespace n ON n.oid = s.stxnamespace
 WHERE s.stxnamespace = ANY ($1::int8[]::oid[])
