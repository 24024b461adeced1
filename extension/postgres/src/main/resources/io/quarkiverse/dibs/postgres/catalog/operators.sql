SELECT o.oid::int8 AS oid,
       n.nspname::text AS schema,
       o.oprname::text AS name,
       CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
         || format_type(o.oprright, NULL) AS arguments,
       o.oprcode <> 0 AS defined,
       ARRAY ['FUNCTION', (SELECT quote_ident(pn.nspname) || '.' || quote_ident(p.proname)
                             FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = o.oprcode),
              'LEFTARG', CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END,
              'RIGHTARG', format_type(o.oprright, NULL),
              'COMMUTATOR', (SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
                               FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprcom),
              'NEGATOR', (SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
                            FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprnegate),
              'RESTRICT', nullif(o.oprrest, 0)::regproc::text,
              'JOIN', nullif(o.oprjoin, 0)::regproc::text,
              'HASHES', CASE WHEN o.oprcanhash THEN 'true' END,
              'MERGES', CASE WHEN o.oprcanmerge THEN 'true' END] AS options
  FROM pg_operator o
  JOIN pg_namespace n ON n.oid = o.oprnamespace
 WHERE o.oprnamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
