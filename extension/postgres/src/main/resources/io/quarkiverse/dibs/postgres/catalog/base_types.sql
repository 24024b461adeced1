SELECT t.oid::int8 AS oid,
       ARRAY (SELECT o.name || '=' || o.value
                FROM (SELECT f.name,
                             (SELECT quote_ident(pn.nspname) || '.' || quote_ident(p.proname)
                                FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = f.function)
                        FROM (VALUES ('INPUT', t.typinput::oid), ('OUTPUT', t.typoutput), ('RECEIVE', t.typreceive),
                                     ('SEND', t.typsend), ('TYPMOD_IN', t.typmodin), ('TYPMOD_OUT', t.typmodout),
                                     ('SUBSCRIPT', t.typsubscript),
                                     ('ANALYZE', t.typanalyze)) f (name, function)
                      UNION ALL
                      VALUES ('INTERNALLENGTH', CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END),
                             ('PASSEDBYVALUE', CASE WHEN t.typbyval THEN 'true' END),
                             ('ALIGNMENT', CASE t.typalign::text WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4'
                                                           WHEN 'd' THEN 'double' END),
                             ('STORAGE', CASE t.typstorage::text WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                                                           WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' END),
                             ('CATEGORY', CASE WHEN t.typcategory <> 'U' THEN quote_literal(t.typcategory::text) END),
                             ('PREFERRED', CASE WHEN t.typispreferred THEN 'true' END),
                             ('DEFAULT', quote_literal(t.typdefault)),
                             ('ELEMENT', CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END),
                             ('DELIMITER', CASE WHEN t.typdelim <> ',' THEN quote_literal(t.typdelim::text) END),
                             ('COLLATABLE', CASE WHEN t.typcollation <> 0 THEN 'true' END)) o (name, value)
               WHERE o.value IS NOT NULL) AS options
  FROM pg_type t
 WHERE t.typnamespace = ANY ($1::int8[]::oid[])
   AND t.typtype = 'b'
   AND t.typcategory <> 'A'
   AND t.oid >= 16384
