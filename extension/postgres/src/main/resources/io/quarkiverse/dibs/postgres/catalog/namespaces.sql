SELECT n.oid::int8 AS oid,
       n.nspname::text AS name,
       EXISTS (SELECT FROM pg_depend e
                WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e') AS of_extension
  FROM pg_namespace n
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND ($1::text[] IS NULL OR n.nspname = ANY ($1::text[]))
    OR $2::boolean
   AND n.oid = pg_my_temp_schema()
