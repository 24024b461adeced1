SELECT 'subscription' AS kind, s.subname::text AS name
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
   AND s.subconninfo ~* 'passw' -- superuser
UNION ALL
SELECT 'security label', l.objtype || ' ' || l.objname
  FROM pg_seclabels l
 WHERE l.objtype NOT IN ('database', 'role', 'tablespace', 'large object')
UNION ALL
-- what CREATE EXTENSION itself grants is in pg_init_privs
SELECT 'privileges on a part of an extension', pg_describe_object(d.classid, d.objid, 0) || ' ' || x.present::text
  FROM pg_depend d
  JOIN LATERAL (
         SELECT t.typacl, acldefault('T', t.typowner)
           FROM pg_type t
          WHERE d.classid = 'pg_type'::regclass AND t.oid = d.objid
       ) a (acl, standard) ON true
  LEFT JOIN pg_init_privs i ON i.classoid = d.classid AND i.objoid = d.objid AND i.objsubid = 0
 CROSS JOIN LATERAL (SELECT coalesce(a.acl, a.standard) AS present, coalesce(i.initprivs, a.standard) AS initial) x
 WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
   AND NOT (x.present @> x.initial AND x.initial @> x.present)
