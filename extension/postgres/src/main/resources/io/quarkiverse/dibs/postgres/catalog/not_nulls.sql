-- only what NOT NULL without another word would not make: most of the constraints are not worth a row
SELECT k.conrelid::int8,
       k.conkey[1],
       nullif(k.conname, m.plain)::text,
       k.connoinherit,
       k.convalidated,
       k.coninhcount > 0,
       k.conislocal
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  -- OFFSET 0: one look at all columns, as a look for each constraint takes twice the time
  JOIN (SELECT attrelid, attnum, attname FROM pg_attribute WHERE attnum > 0 OFFSET 0) a
    ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  CROSS JOIN LATERAL (SELECT c.relname || '_' || a.attname || '_not_null' AS plain) m
 WHERE k.connamespace = ANY ($1::int8[]::oid[])
   AND k.contype = 'n'
   AND (k.conname <> m.plain OR k.connoinherit OR NOT k.convalidated OR k.coninhcount > 0)
   AND false -- before 18
