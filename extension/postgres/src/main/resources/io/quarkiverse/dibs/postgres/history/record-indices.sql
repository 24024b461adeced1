-- $1: the first transaction id of the migration, $2: its version, $3: the tables it changed.
WITH present AS (
    SELECT t.table_oid, t.table_schema, t.table_name, c.relname,
           pg_catalog.pg_get_indexdef(c.oid) AS definition,
           pg_catalog.age(i.xmin) <= pg_catalog.age($1::bigint::text::xid8::xid) AS touched,
           -- what an index depends on is recorded with it and hardly ever again
           NOT EXISTS (
               SELECT FROM pg_catalog.pg_depend d
               WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                 AND pg_catalog.age(d.xmin) > pg_catalog.age($1::bigint::text::xid8::xid)) AS created
    FROM {tables} t
    JOIN pg_catalog.pg_index i ON i.indrelid = t.table_oid
    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    WHERE t.table_oid = ANY ($3::bigint[]::oid[])
), updated AS (
    UPDATE {indices} x
    SET table_schema = p.table_schema, table_name = p.table_name, definition = p.definition, changed_by = $2
    FROM present p
    WHERE x.table_oid = p.table_oid AND x.index_name = p.relname
      AND (x.table_schema, x.table_name, x.definition) <> (p.table_schema, p.table_name, p.definition)
), inserted AS (
    INSERT INTO {indices} (table_schema, table_name, index_name, table_oid, definition, created_by, changed_by)
    SELECT p.table_schema, p.table_name, p.relname, p.table_oid, p.definition, CASE WHEN p.created THEN $2 END, $2
    FROM present p
    WHERE p.touched
      AND NOT EXISTS (SELECT FROM {indices} x WHERE x.table_oid = p.table_oid AND x.index_name = p.relname)
)
DELETE FROM {indices} x
WHERE x.table_oid = ANY ($3::bigint[]::oid[])
  AND NOT EXISTS (SELECT FROM present p WHERE p.table_oid = x.table_oid AND p.relname = x.index_name)
