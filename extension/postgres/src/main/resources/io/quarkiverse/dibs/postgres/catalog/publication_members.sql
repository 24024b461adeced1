SELECT 'pg_publication_rel'::regclass::int8 AS catalog,
       r.oid::int8 AS oid,
       r.prpubid::int8 AS publication,
       -- every child that is published too has a row of its own
       'TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
         || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) -- since 15
                                FROM unnest(r.prattrs::int2[]) k (attnum) -- since 15
                                JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.attnum) || ')', '') -- since 15
         || coalesce(' WHERE ' || CASE WHEN pg_get_expr(r.prqual, r.prrelid) ~ '^\(.*\)$' THEN pg_get_expr(r.prqual, r.prrelid) -- since 15
                                       ELSE '(' || pg_get_expr(r.prqual, r.prrelid) || ')' END, '') -- since 15
         AS text,
       NULL::text AS schema
  FROM pg_publication_rel r
  JOIN pg_class c ON c.oid = r.prrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
UNION ALL -- since 15
SELECT 'pg_publication_namespace'::regclass::int8, -- since 15
       s.oid::int8, -- since 15
       s.pnpubid::int8, -- since 15
       'TABLES IN SCHEMA ' || quote_ident(n.nspname), -- since 15
       n.nspname::text -- since 15
  FROM pg_publication_namespace s -- since 15
  JOIN pg_namespace n ON n.oid = s.pnnspid -- since 15
