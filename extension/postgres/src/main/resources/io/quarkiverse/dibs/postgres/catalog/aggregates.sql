SELECT p.oid::int8 AS oid,
       n.nspname::text AS schema,
       p.proname::text AS name,
       array_to_string(ARRAY (SELECT format_type(a.type, NULL)
                                FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, position)
                               ORDER BY a.position), ', ') AS arguments,
       pg_get_function_arguments(p.oid) AS signature,
       ARRAY ['SFUNC', f.aggtransfn::regproc::text,
              'STYPE', format_type(f.aggtranstype, NULL),
              'SSPACE', nullif(f.aggtransspace, 0)::text,
              'FINALFUNC', nullif(f.aggfinalfn, 0)::regproc::text,
              'FINALFUNC_EXTRA', CASE WHEN f.aggfinalextra THEN 'true' END,
              'FINALFUNC_MODIFY', CASE WHEN f.aggfinalfn <> 0 AND f.aggfinalmodify <> CASE f.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
                                       THEN CASE f.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
              'COMBINEFUNC', nullif(f.aggcombinefn, 0)::regproc::text,
              'SERIALFUNC', nullif(f.aggserialfn, 0)::regproc::text,
              'DESERIALFUNC', nullif(f.aggdeserialfn, 0)::regproc::text,
              'INITCOND', quote_literal(f.agginitval),
              'MSFUNC', nullif(f.aggmtransfn, 0)::regproc::text,
              'MINVFUNC', nullif(f.aggminvtransfn, 0)::regproc::text,
              'MSTYPE', CASE WHEN f.aggmtranstype <> 0 THEN format_type(f.aggmtranstype, NULL) END,
              'MSSPACE', nullif(f.aggmtransspace, 0)::text,
              'MFINALFUNC', nullif(f.aggmfinalfn, 0)::regproc::text,
              'MFINALFUNC_EXTRA', CASE WHEN f.aggmfinalextra THEN 'true' END,
              'MFINALFUNC_MODIFY', CASE WHEN f.aggmfinalfn <> 0 AND f.aggmfinalmodify <> 'r'
                                        THEN CASE f.aggmfinalmodify WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
              'MINITCOND', quote_literal(f.aggminitval),
              'SORTOP', CASE WHEN f.aggsortop <> 0 THEN
                          (SELECT 'OPERATOR(' || quote_ident(o_n.nspname) || '.' || o.oprname || ')'
                             FROM pg_operator o JOIN pg_namespace o_n ON o_n.oid = o.oprnamespace
                            WHERE o.oid = f.aggsortop) END,
              'HYPOTHETICAL', CASE WHEN f.aggkind = 'h' THEN 'true' END,
              'PARALLEL', CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END] AS options
  FROM pg_proc p
  JOIN pg_aggregate f ON f.aggfnoid = p.oid
  JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.pronamespace = ANY ($1::int8[]::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
