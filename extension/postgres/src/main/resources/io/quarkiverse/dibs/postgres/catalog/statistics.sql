SELECT s.oid::int8 AS oid,
       n.nspname::text AS schema,
       s.stxname::text AS name,
       s.stxrelid::int8 AS relation,
       nullif(s.stxstattarget, -1) AS target,
       -- Postgres lists the columns as they stand in the table, which says nothing
       replace(pg_get_statisticsobjdef(s.oid), ' ON ' || p.listed || ' FROM ',
               ' ON ' || coalesce(k.by_name, '') || substr(p.listed, length(coalesce(k.as_listed, '')) + 1) || ' FROM ') AS definition
  FROM pg_statistic_ext s
  JOIN pg_namespace n ON n.oid = s.stxnamespace
 CROSS JOIN LATERAL (SELECT pg_get_statisticsobjdef_columns(s.oid) AS listed) p
 CROSS JOIN LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS by_name,
                            string_agg(quote_ident(a.attname), ', ' ORDER BY u.position) AS as_listed
                       FROM unnest(s.stxkeys::int2[]) WITH ORDINALITY u (attnum, position)
                       JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = u.attnum) k
 WHERE s.stxnamespace = ANY ($1::int8[]::oid[])
