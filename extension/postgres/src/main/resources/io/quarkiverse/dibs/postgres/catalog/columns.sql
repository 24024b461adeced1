-- read by position: this is by far the longest answer
SELECT a.attrelid::int8,
       a.attnum,
       a.attname::text,
       format_type(a.atttypid, a.atttypmod),
       a.atttypid::int8,
       CASE WHEN co.oid IS NOT NULL THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END,
       a.attnotnull,
       a.attidentity::text,
       a.attgenerated::text,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
       nullif(a.attcompression::text, ''),
       nullif(a.attstattarget, -1),
       -- since its minor releases of November 2026 the server keeps a version of each column here, which is no option
       -- and differs wherever the column was made; looking for others first costs less than one array per column
       CASE WHEN cardinality(a.attoptions) > 1 OR a.attoptions[1] NOT LIKE 'pg\_attver=%'
            THEN ARRAY(SELECT o FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%') END,
       a.attfdwoptions,
       NOT a.attislocal,
       a.attcollation::int8,
       coalesce(nullif(t.typbasetype, 0), t.oid)::int8
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
   AND a.attnum > 0
   AND NOT a.attisdropped
