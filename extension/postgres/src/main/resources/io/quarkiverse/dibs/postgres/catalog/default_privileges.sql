SELECT d.oid::int8 AS oid,
       o.rolname::text AS role,
       coalesce(n.nspname::text, '') AS in_schema,
       CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                            WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' END AS object_type,
       k.is_default AS is_default,
       CASE WHEN x.grantee = 0 THEN '' ELSE r.rolname::text END AS grantee,
       x.grantee = d.defaclrole AS to_owner,
       x.privilege_type AS privilege,
       x.is_grantable AS grantable
  FROM pg_default_acl d
  JOIN pg_roles o ON o.oid = d.defaclrole
  LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
 CROSS JOIN LATERAL (VALUES (false, d.defaclacl),
                            (true, CASE WHEN d.defaclnamespace = 0
                                        THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char", d.defaclrole)
                                        ELSE acldefault('c', d.defaclrole) END)) k (is_default, acl)
 CROSS JOIN LATERAL aclexplode(k.acl) x
  LEFT JOIN pg_roles r ON r.oid = x.grantee
