SELECT i.indexrelid::int8 AS oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       i.indrelid::int8 AS relation,
       am.amname::text AS method,
       i.indisunique AS is_unique,
       i.indnullsnotdistinct AS nulls_not_distinct, -- since 15
       false AS nulls_not_distinct, -- before 15
       i.indnkeyatts AS key_count,
       i.indkey::int2[] AS key,
       i.indoption::int2[] AS option,
       i.indcollation::oid[]::int8[] AS collation,
       i.indclass::oid[]::int8[] AS operator_class,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       i.indisvalid AS valid,
       i.indisclustered AS clustered,
       i.indisreplident AS replica_identity,
       c.reloptions AS storage_parameters,
       ts.spcname::text AS tablespace,
       CASE WHEN i.indexprs IS NOT NULL THEN
         ARRAY (SELECT pg_get_indexdef(i.indexrelid, k, false) FROM generate_series(1, i.indnkeyatts) k)
       END AS key_texts,
       CASE WHEN i.indexprs IS NOT NULL THEN
         ARRAY (SELECT a.atttypid::int8 FROM pg_attribute a WHERE a.attrelid = i.indexrelid ORDER BY a.attnum)
       END AS key_types,
       -- an expression has a collation of its own, which only the text tells from one that was asked for
       i.indexprs IS NOT NULL AND position(' COLLATE ' IN pg_get_indexdef(i.indexrelid)) > 0 AS names_collation,
       k.oid IS NOT NULL AS of_constraint
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
