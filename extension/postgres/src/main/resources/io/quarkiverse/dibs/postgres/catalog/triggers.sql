SELECT t.oid::int8 AS oid,
       t.tgname::text AS name,
       t.tgrelid::int8 AS relation,
       t.tgenabled::text AS enabled,
       pg_get_triggerdef(t.oid) AS definition
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
   AND NOT t.tgisinternal
   AND t.tgparentid = 0
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
