SELECT 'subscription' AS kind, s.subname::text AS name
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
   AND s.subconninfo ~* 'passw' -- superuser
UNION ALL
SELECT 'security label', l.objtype || ' ' || l.objname
  FROM pg_seclabels l
 WHERE l.objtype NOT IN ('database', 'role', 'tablespace', 'large object')
