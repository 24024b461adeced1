SELECT p.oid::int8 AS oid,
       n.nspname::text AS schema,
       p.proname::text AS name,
       array_to_string(ARRAY (SELECT format_type(a.type, NULL)
                                FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, position)
                               ORDER BY a.position), ', ') AS arguments,
       p.prokind = 'p' AS procedure,
       pg_get_function_arguments(p.oid) AS signature,
       pg_get_function_result(p.oid) AS result,
       l.lanname::text AS language,
       pg_get_functiondef(p.oid) AS definition
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
 WHERE p.pronamespace = ANY ($1::int8[]::oid[])
   AND p.prokind IN ('f', 'p', 'w')
   AND p.proname !~ '^__dibs_'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
