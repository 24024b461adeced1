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
         SELECT p.proacl, acldefault('f', p.proowner)
           FROM pg_proc p
          WHERE d.classid = 'pg_proc'::regclass AND p.oid = d.objid
         UNION ALL
         SELECT c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)
           FROM pg_class c
          WHERE d.classid = 'pg_class'::regclass AND c.oid = d.objid
         UNION ALL
         SELECT t.typacl, acldefault('T', t.typowner)
           FROM pg_type t
          WHERE d.classid = 'pg_type'::regclass AND t.oid = d.objid
         UNION ALL
         SELECT w.fdwacl, acldefault('F', w.fdwowner)
           FROM pg_foreign_data_wrapper w
          WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND w.oid = d.objid
         UNION ALL
         SELECT l.lanacl, acldefault('l', l.lanowner)
           FROM pg_language l
          WHERE d.classid = 'pg_language'::regclass AND l.oid = d.objid
       ) a (acl, standard) ON true
  LEFT JOIN pg_init_privs i ON i.classoid = d.classid AND i.objoid = d.objid AND i.objsubid = 0
 CROSS JOIN LATERAL (SELECT coalesce(a.acl, a.standard) AS present, coalesce(i.initprivs, a.standard) AS initial) x
 WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
   AND NOT (x.present @> x.initial AND x.initial @> x.present)
