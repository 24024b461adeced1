SELECT d.oid::int8,
       d.adrelid::int8,
       d.adnum,
       pg_get_expr(d.adbin, d.adrelid)
  FROM pg_attrdef d
  JOIN pg_class c ON c.oid = d.adrelid
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
