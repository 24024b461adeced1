SELECT t.oid::int8 AS oid,
       format_type(t.trftype, NULL) AS type,
       quote_ident(l.lanname) AS language,
       CASE WHEN f.oid IS NOT NULL THEN quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
            || '(' || oidvectortypes(f.proargtypes) || ')' END AS from_sql,
       CASE WHEN s.oid IS NOT NULL THEN quote_ident(sn.nspname) || '.' || quote_ident(s.proname)
            || '(' || oidvectortypes(s.proargtypes) || ')' END AS to_sql
  FROM pg_transform t
  JOIN pg_language l ON l.oid = t.trflang
  LEFT JOIN pg_proc f ON f.oid = t.trffromsql
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_proc s ON s.oid = t.trftosql
  LEFT JOIN pg_namespace sn ON sn.oid = s.pronamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_transform'::regclass AND e.objid = t.oid AND e.deptype = 'e')
