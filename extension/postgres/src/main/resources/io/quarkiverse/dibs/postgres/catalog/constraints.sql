SELECT k.oid::int8 AS oid,
       k.conname::text AS name,
       k.contype::text AS type,
       k.conrelid::int8 AS relation,
       k.contypid::int8 AS domain,
       k.condeferrable AS deferrable,
       k.condeferred AS deferred,
       k.convalidated AS validated,
       k.conislocal AS local,
       k.connoinherit AS no_inherit,
       k.conkey AS key,
       k.conparentid::int8 AS parent,
       k.confrelid::int8 AS referenced,
       k.confkey AS referenced_key,
       rn.nspname::text AS referenced_schema,
       rc.relname::text AS referenced_name,
       -- columns of a table that is not read
       CASE WHEN rc.relnamespace <> ALL ($1::int8[]::oid[]) THEN
         ARRAY (SELECT a.attname::text
                  FROM unnest(k.confkey) WITH ORDINALITY r (attnum, position)
                  JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = r.attnum
                 ORDER BY r.position)
       END AS referenced_columns,
       k.confupdtype::text AS on_update,
       k.confdeltype::text AS on_delete,
       k.confmatchtype = 'f' AS match_full,
       k.confdelsetcols AS set_key, -- since 15
       NULL::int2[] AS set_key, -- before 15
       k.conenforced AS enforced, -- since 18
       true AS enforced, -- before 18
       k.conperiod AS period, -- since 18
       false AS period, -- before 18
       k.conindid::int8 AS index,
       i.indnkeyatts AS key_count,
       i.indkey::int2[] AS index_key,
       coalesce(i.indnullsnotdistinct, false) AS nulls_not_distinct, -- since 15
       false AS nulls_not_distinct, -- before 15
       ic.reloptions AS storage_parameters,
       ts.spcname::text AS tablespace,
       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid)
            WHEN k.contype = 'x' THEN pg_get_constraintdef(k.oid)
       END AS expression
  FROM pg_constraint k
  LEFT JOIN pg_class rc ON rc.oid = k.confrelid
  LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
  LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
 WHERE k.connamespace = ANY ($1::int8[]::oid[])
   AND k.contype IN ('p', 'u', 'x', 'c', 'f')
