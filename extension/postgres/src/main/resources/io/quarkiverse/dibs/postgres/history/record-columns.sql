-- $1: the first transaction id of the migration, $2: its version, $3: the tables it changed.
WITH present AS (
    SELECT t.table_oid, t.table_schema, t.table_name, t.created_by, a.attname, a.attnum,
           pg_catalog.format_type(a.atttypid, a.atttypmod) AS sql_type,
           pg_catalog.concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
               CASE WHEN a.attcollation <> y.typcollation THEN 'collation ' || a.attcollation::regcollation END,
               CASE WHEN a.attnotnull THEN 'not null' END,
               CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity by default' END,
               CASE a.attgenerated WHEN 's' THEN 'generated stored' WHEN 'v' THEN 'generated virtual' END,
               CASE WHEN d.adbin IS NOT NULL THEN 'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) END
           ) AS definition,
           pg_catalog.age(a.xmin) <= pg_catalog.age($1::bigint::text::xid8::xid) AS touched
    FROM {tables} t
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.table_oid
    JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE t.table_oid = ANY ($3::bigint[]::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
), updated AS (
    UPDATE {columns} c
    SET table_schema = p.table_schema, table_name = p.table_name, column_name = p.attname, sql_type = p.sql_type,
        definition = p.definition,
        changed_by = CASE WHEN (c.column_name, c.definition) <> (p.attname, p.definition) THEN $2 ELSE c.changed_by END
    FROM present p
    WHERE c.table_oid = p.table_oid AND c.column_number = p.attnum
      AND (c.table_schema, c.table_name, c.column_name, c.definition)
          <> (p.table_schema, p.table_name, p.attname, p.definition)
), inserted AS (
    INSERT INTO {columns} (table_schema, table_name, column_name, table_oid, column_number, sql_type, definition,
        created_by, changed_by)
    SELECT p.table_schema, p.table_name, p.attname, p.table_oid, p.attnum, p.sql_type, p.definition,
           CASE WHEN p.created_by IS NOT NULL THEN $2 END, $2
    FROM present p
    WHERE p.touched
      AND NOT EXISTS (SELECT FROM {columns} c WHERE c.table_oid = p.table_oid AND c.column_number = p.attnum)
)
DELETE FROM {columns} c
WHERE c.table_oid = ANY ($3::bigint[]::oid[])
  AND NOT EXISTS (SELECT FROM present p WHERE p.table_oid = c.table_oid AND p.attnum = c.column_number)
