SELECT 'subscription' AS kind, s.subname::text AS name
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
   AND s.subconninfo ~* 'passw' -- superuser
UNION ALL
SELECT 'transform', format_type(t.trftype, NULL) || ' for ' || l.lanname
  FROM pg_transform t
  JOIN pg_language l ON l.oid = t.trflang
 WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_transform'::regclass AND e.objid = t.oid AND e.deptype = 'e')
UNION ALL
SELECT 'security label', l.objtype || ' ' || l.objname
  FROM pg_seclabels l
 WHERE l.objtype NOT IN ('database', 'role', 'tablespace', 'large object')
