-- those that some index key has
SELECT o.oid::int8 AS oid,
       quote_ident(n.nspname) || '.' || quote_ident(o.collname) AS name,
       ARRAY (SELECT t.oid::int8 FROM pg_type t WHERE t.typcollation = o.oid) AS default_of
  FROM pg_collation o
  JOIN pg_namespace n ON n.oid = o.collnamespace
 WHERE o.oid IN (SELECT unnest(i.indcollation::oid[])
                   FROM pg_index i
                   JOIN pg_class c ON c.oid = i.indrelid
                  WHERE c.relnamespace = ANY ($1::int8[]::oid[]))
