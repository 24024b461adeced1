-- those that came with the database have low numbers
SELECT l.oid::int8 AS oid,
       l.lanname::text AS name,
       l.lanpltrusted AS trusted,
       quote_ident(hn.nspname) || '.' || quote_ident(h.proname) AS handler,
       quote_ident(an.nspname) || '.' || quote_ident(a.proname) AS inline,
       quote_ident(vn.nspname) || '.' || quote_ident(v.proname) AS validator
  FROM pg_language l
  JOIN pg_proc h ON h.oid = l.lanplcallfoid
  JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_proc a ON a.oid = l.laninline
  LEFT JOIN pg_namespace an ON an.oid = a.pronamespace
  LEFT JOIN pg_proc v ON v.oid = l.lanvalidator
  LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
 WHERE l.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_language'::regclass AND e.objid = l.oid AND e.deptype = 'e')
