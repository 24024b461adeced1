-- pinned objects have no rows; below 16384 is what came with the database
SELECT d.classid::int8,
       d.objid::int8,
       d.objsubid,
       d.refclassid::int8,
       d.refobjid::int8,
       d.refobjsubid,
       d.deptype::text
  FROM pg_depend d
 WHERE d.objid >= 16384
   AND d.refobjid >= 16384
   AND d.deptype IN ('n', 'a', 'i', 'e', 'x')
   AND d.refclassid <> 'pg_namespace'::regclass
