SELECT k.oid::int8 AS oid,
       k.contypid::int8 AS domain,
       k.conname::text AS name,
       pg_get_expr(k.conbin, 0) AS expression,
       k.convalidated AS validated
  FROM pg_constraint k
 WHERE k.connamespace = ANY ($1::int8[]::oid[])
   AND k.contype = 'c'
   AND k.contypid <> 0
