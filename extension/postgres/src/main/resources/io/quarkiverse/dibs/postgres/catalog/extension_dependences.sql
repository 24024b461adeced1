-- ALTER FUNCTION ... DEPENDS ON EXTENSION, and the same of procedures, triggers, indexes and materialized views
SELECT d.classid::int8 AS catalog,
       d.objid::int8 AS oid,
       e.extname::text AS extension
  FROM pg_depend d
  JOIN pg_extension e ON e.oid = d.refobjid
 WHERE d.deptype = 'x' AND d.refclassid = 'pg_extension'::regclass
