SELECT p.oid::int8 AS oid,
       p.pubname::text AS name,
       p.puballtables AS all_tables,
       ARRAY ['publish', CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN
                           concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                                           CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END)
                         END,
              'publish_generated_columns', CASE WHEN p.pubgencols = 's' THEN 'stored' END, -- since 18
              'publish_via_partition_root', CASE WHEN p.pubviaroot THEN 'true' END] AS options
  FROM pg_publication p
