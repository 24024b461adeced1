-- the operators and functions of families and classes; "owner" is the class they came with, or the family
SELECT d.classid::int8 AS catalog,
       d.objid::int8 AS oid,
       CASE WHEN d.refclassid = 'pg_opclass'::regclass THEN d.refobjid END::int8 AS class,
       m.amopfamily::int8 AS family,
       'OPERATOR ' || m.amopstrategy || ' ' || quote_ident(n.nspname) || '.' || o.oprname
         || '(' || format_type(m.amoplefttype, NULL) || ', ' || format_type(m.amoprighttype, NULL) || ')'
         || CASE WHEN m.amoppurpose = 'o' THEN ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(sf.opfname)
                 ELSE '' END AS text
  FROM pg_amop m
  JOIN pg_opfamily f ON f.oid = m.amopfamily
  JOIN pg_operator o ON o.oid = m.amopopr
  JOIN pg_namespace n ON n.oid = o.oprnamespace
  LEFT JOIN pg_opfamily sf ON sf.oid = m.amopsortfamily
  LEFT JOIN pg_namespace sn ON sn.oid = sf.opfnamespace
  JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = m.oid
                  AND (d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                    OR d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = m.amopfamily AND d.deptype = 'a')
 WHERE f.opfnamespace = ANY ($1::int8[]::oid[])
UNION ALL
SELECT d.classid::int8,
       d.objid::int8,
       CASE WHEN d.refclassid = 'pg_opclass'::regclass THEN d.refobjid END::int8,
       m.amprocfamily::int8,
       'FUNCTION ' || m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
         || format_type(m.amprocrighttype, NULL) || ') ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '('
         || array_to_string(ARRAY (SELECT format_type(a.type, NULL)
                                     FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, position)
                                    ORDER BY a.position), ', ') || ')'
  FROM pg_amproc m
  JOIN pg_opfamily f ON f.oid = m.amprocfamily
  JOIN pg_proc p ON p.oid = m.amproc
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = m.oid
                  AND (d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                    OR d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = m.amprocfamily AND d.deptype = 'a')
 WHERE f.opfnamespace = ANY ($1::int8[]::oid[])
