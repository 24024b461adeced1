SELECT o.oid::int8 AS oid,
       n.nspname::text AS schema,
       o.opcname::text AS name,
       am.amname::text AS method,
       o.opcdefault AS is_default,
       format_type(o.opcintype, NULL) AS type,
       CASE WHEN o.opckeytype <> 0 THEN format_type(o.opckeytype, NULL) END AS storage,
       fn.nspname::text AS family_schema,
       f.opfname::text AS family_name
  FROM pg_opclass o
  JOIN pg_namespace n ON n.oid = o.opcnamespace
  JOIN pg_am am ON am.oid = o.opcmethod
  JOIN pg_opfamily f ON f.oid = o.opcfamily
  JOIN pg_namespace fn ON fn.oid = f.opfnamespace
 WHERE o.opcnamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_opclass'::regclass AND e.objid = o.oid AND e.deptype = 'e')
