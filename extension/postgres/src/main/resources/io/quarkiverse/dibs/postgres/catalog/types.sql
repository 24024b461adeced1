SELECT t.oid::int8 AS oid,
       n.nspname::text AS schema,
       t.typname::text AS name,
       t.typtype::text AS kind,
       t.typrelid::int8 AS relation,
       CASE WHEN t.typtype = 'e' THEN
         ARRAY (SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder)
       END AS labels,
       CASE WHEN t.typtype = 'b' THEN
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
                 WHERE o.value IS NOT NULL)
       END AS options,
       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type,
       CASE WHEN t.typtype = 'd' AND t.typcollation <> base.typcollation THEN
         (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
            FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = t.typcollation)
       END AS collation,
       pg_get_expr(t.typdefaultbin, 0) AS default_value,
       t.typnotnull AS not_null,
       format_type(r.rngsubtype, NULL) AS subtype,
       (SELECT quote_ident(opn.nspname) || '.' || quote_ident(op.opcname)
          FROM pg_opclass op JOIN pg_namespace opn ON opn.oid = op.opcnamespace
         WHERE op.oid = r.rngsubopc AND NOT op.opcdefault) AS operator_class,
       (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
          FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
         WHERE co.oid = r.rngcollation
           AND co.oid <> (SELECT st.typcollation FROM pg_type st WHERE st.oid = r.rngsubtype)) AS range_collation,
       (SELECT quote_ident(pn.nspname) || '.' || quote_ident(p.proname)
          FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = r.rngcanonical) AS canonical,
       (SELECT quote_ident(pn.nspname) || '.' || quote_ident(p.proname)
          FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = r.rngsubdiff) AS subtype_diff,
       multi.typname::text AS multirange_name
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_type base ON base.oid = t.typbasetype
  LEFT JOIN pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_type multi ON multi.oid = r.rngmultitypid
  LEFT JOIN pg_class c ON c.oid = t.typrelid
 WHERE t.typnamespace = ANY ($1::int8[]::oid[])
   AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
     OR t.typtype IN ('b', 'p') AND t.typcategory <> 'A')
   AND t.typname !~ '^__dibs_'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE (e.classid, e.objid) IN (('pg_type'::regclass, t.oid), ('pg_class'::regclass, t.typrelid))
                      AND e.deptype = 'e')
