SELECT o.oid::int8 AS oid,
       quote_ident(n.nspname) || '.' || quote_ident(o.opcname) AS name,
       o.opcmethod::int8 AS method,
       o.opcintype::int8 AS type,
       o.opcdefault AS is_default
  FROM pg_opclass o
  JOIN pg_namespace n ON n.oid = o.opcnamespace
