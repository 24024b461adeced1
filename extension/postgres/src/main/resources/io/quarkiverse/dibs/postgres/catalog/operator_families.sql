SELECT f.oid::int8 AS oid,
       n.nspname::text AS schema,
       f.opfname::text AS name,
       am.amname::text AS method
  FROM pg_opfamily f
  JOIN pg_namespace n ON n.oid = f.opfnamespace
  JOIN pg_am am ON am.oid = f.opfmethod
 WHERE f.opfnamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e')
