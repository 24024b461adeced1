-- the triggers that partitions have from above, where one of the tree fires at other times than the one above it
WITH RECURSIVE tree AS (
    SELECT t.oid, t.oid AS root, t.tgrelid, t.tgname, t.tgenabled, NULL::"char" AS usual, NULL::oid AS above
      FROM pg_trigger t
     WHERE t.tgparentid = 0
       AND NOT t.tgisinternal
       AND EXISTS (SELECT FROM pg_trigger c WHERE c.tgparentid = t.oid)
    UNION ALL
    SELECT c.oid, tree.root, c.tgrelid, c.tgname, c.tgenabled, tree.tgenabled, tree.oid
      FROM tree
      JOIN pg_trigger c ON c.tgparentid = tree.oid
)
SELECT tree.oid::int8 AS oid,
       tree.root::int8 AS root,
       tree.above::int8 AS above,
       tree.tgrelid::int8 AS relation,
       tree.tgname::text AS name,
       tree.tgenabled::text AS enabled,
       tree.usual::text AS usual
  FROM tree
  JOIN pg_class c ON c.oid = tree.tgrelid
 WHERE tree.above IS NOT NULL
   AND c.relnamespace = ANY ($1::int8[]::oid[])
