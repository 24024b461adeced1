SELECT a.attrelid::int8 AS index,
       a.attnum AS position,
       a.attoptions AS parameters,
       nullif(a.attstattarget, -1) AS statistics_target
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
 WHERE c.relkind IN ('i', 'I')
   AND c.relnamespace = ANY ($1::int8[]::oid[])
   AND (a.attoptions IS NOT NULL OR nullif(a.attstattarget, -1) IS NOT NULL)
