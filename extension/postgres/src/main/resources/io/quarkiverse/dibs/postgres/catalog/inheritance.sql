SELECT i.inhrelid::int8 AS child,
       i.inhparent::int8 AS parent,
       pn.nspname::text AS parent_schema,
       p.relname::text AS parent_name,
       p.relkind::text AS parent_kind,
       -- their order alone counts: one that was taken away leaves a gap
       row_number() OVER (PARTITION BY i.inhrelid ORDER BY i.inhseqno)::int4 AS ordinal,
       i.inhdetachpending AS detaching
  FROM pg_inherits i
  JOIN pg_class c ON c.oid = i.inhrelid
  JOIN pg_class p ON p.oid = i.inhparent
  JOIN pg_namespace pn ON pn.oid = p.relnamespace
 WHERE c.relnamespace = ANY ($1::int8[]::oid[])
