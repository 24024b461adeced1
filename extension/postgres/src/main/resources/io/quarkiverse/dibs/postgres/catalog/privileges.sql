-- of every object whose privileges are not simply the default ones: what it has, and what it would have by default
SELECT p.catalog::int8 AS catalog,
       p.oid::int8 AS oid,
       p.subid AS subid,
       p.is_default AS is_default,
       CASE WHEN x.grantee = 0 THEN '' ELSE r.rolname::text END AS grantee,
       x.grantee = p.owner AS to_owner,
       CASE WHEN x.grantor = p.owner THEN '' ELSE g.rolname::text END AS grantor,
       x.privilege_type AS privilege,
       x.is_grantable AS grantable
  FROM (SELECT o.catalog, o.oid, o.subid, o.owner, d.is_default, d.acl
          FROM (SELECT 'pg_class'::regclass AS catalog, c.oid, 0 AS subid, c.relowner AS owner, c.relacl AS acl,
                       acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS default_acl
                  FROM pg_class c
                 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND c.relacl IS NOT NULL
                UNION ALL
                SELECT 'pg_class'::regclass, a.attrelid, a.attnum, c.relowner, a.attacl,
                       acldefault('c', c.relowner)
                  FROM pg_attribute a
                  JOIN pg_class c ON c.oid = a.attrelid
                 WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
                  FROM pg_proc p
                 WHERE p.proacl IS NOT NULL
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
                  FROM pg_type t
                 WHERE t.typacl IS NOT NULL
                UNION ALL
                -- a schema that came with the database has the privileges initdb gave it
                SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)),
                       coalesce((SELECT array_agg(makeaclitem(CASE WHEN b.grantee = b.grantor THEN n.nspowner ELSE b.grantee END,
                                                              n.nspowner, b.privilege_type, b.is_grantable))
                                   FROM pg_init_privs i
                                  CROSS JOIN LATERAL aclexplode(i.initprivs) b
                                  WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid AND i.privtype = 'i'),
                                -- the one of that name that came later, too
                                CASE WHEN n.nspname = 'public' THEN
                                  acldefault('n', n.nspowner) || makeaclitem(0, n.nspowner, 'USAGE', false)
                                    || makeaclitem(0, n.nspowner, 'CREATE', false) -- before 15
                                END,
                                acldefault('n', n.nspowner))
                  FROM pg_namespace n
                 WHERE n.nspacl IS NOT NULL OR n.nspname = 'public'
                UNION ALL
                SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwowner, w.fdwacl, acldefault('F', w.fdwowner)
                  FROM pg_foreign_data_wrapper w
                 WHERE w.fdwacl IS NOT NULL
                UNION ALL
                SELECT 'pg_language'::regclass, l.oid, 0, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
                  FROM pg_language l
                 WHERE l.lanacl IS NOT NULL
                UNION ALL
                SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvowner, s.srvacl, acldefault('S', s.srvowner)
                  FROM pg_foreign_server s
                 WHERE s.srvacl IS NOT NULL) o
         LEFT JOIN pg_init_privs i ON i.classoid = o.catalog AND i.objoid = o.oid AND i.objsubid = o.subid AND i.privtype = 'e'
         -- what an extension gives its parts is what they have by default
         CROSS JOIN LATERAL (VALUES (false, o.acl), (true, coalesce(i.initprivs, o.default_acl))) d (is_default, acl)
         WHERE o.oid >= 16384 OR o.oid = 2200 OR o.catalog = 'pg_language'::regclass) p
 CROSS JOIN LATERAL aclexplode(p.acl) x
  LEFT JOIN pg_roles r ON r.oid = x.grantee
  LEFT JOIN pg_roles g ON g.oid = x.grantor
