SELECT c.oid::int8 AS oid,
       format_type(c.castsource, NULL) AS source,
       format_type(c.casttarget, NULL) AS target,
       CASE c.castmethod WHEN 'i' THEN 'WITH INOUT'
                         WHEN 'b' THEN 'WITHOUT FUNCTION'
                         ELSE 'WITH FUNCTION ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '('
                              || array_to_string(ARRAY (SELECT format_type(a.type, NULL)
                                                          FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, position)
                                                         ORDER BY a.position), ', ') || ')'
       END AS method,
       e.objid IS NOT NULL AS of_extension,
       CASE c.castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' ELSE '' END AS context
  FROM pg_cast c
  LEFT JOIN pg_proc p ON p.oid = c.castfunc
  LEFT JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_depend e ON e.classid = 'pg_cast'::regclass AND e.objid = c.oid AND e.deptype = 'e'
 WHERE c.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend i
                    WHERE i.classid = 'pg_cast'::regclass AND i.objid = c.oid AND i.deptype = 'i')
