SELECT r.oid::int8 AS oid,
       r.rulename::text AS name,
       r.ev_class::int8 AS relation,
       r.ev_enabled::text AS enabled,
       pg_get_ruledef(r.oid) AS definition
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
   AND r.rulename <> '_RETURN'
