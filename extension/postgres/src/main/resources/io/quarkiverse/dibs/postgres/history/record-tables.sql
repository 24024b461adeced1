-- $1: the first transaction id of the migration, $2: its version.
-- A catalog row that the migration wrote has its transaction id or, in a savepoint, a later one.
WITH since AS (
    SELECT pg_catalog.age($1::bigint::text::xid8::xid) AS age
), touched AS (
    SELECT relid, bool_or(own) AS own
    FROM (
        SELECT c.oid AS relid, false AS own FROM pg_catalog.pg_class c, since
        WHERE {within c.oid} AND pg_catalog.age(c.xmin) <= since.age AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT a.attrelid, true FROM pg_catalog.pg_attribute a, since
        WHERE {within a.attrelid} AND pg_catalog.age(a.xmin) <= since.age
        UNION ALL
        SELECT d.adrelid, true FROM pg_catalog.pg_attrdef d, since
        WHERE {within d.adrelid} AND pg_catalog.age(d.xmin) <= since.age
        UNION ALL
        SELECT k.conrelid, true FROM pg_catalog.pg_constraint k, since
        WHERE {within k.conrelid} AND pg_catalog.age(k.xmin) <= since.age
        UNION ALL
        SELECT i.indrelid, true FROM pg_catalog.pg_index i, since
        WHERE {within i.indrelid} AND pg_catalog.age(i.xmin) <= since.age
        UNION ALL
        -- what is recorded may have lost an index or a constraint, which leaves no row behind
        SELECT i.table_oid, false FROM {indices} i
        WHERE NOT EXISTS (
            SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = i.table_schema AND c.relname = i.index_name)
    ) candidates
    GROUP BY relid
), present AS (
    SELECT c.oid, n.nspname, c.relname, touched.own,
           -- the row of a system column is written with the table and never again
           EXISTS (
               SELECT FROM pg_catalog.pg_attribute a
               WHERE a.attrelid = c.oid AND a.attnum = -1 AND pg_catalog.age(a.xmin) <= since.age) AS created,
           pg_catalog.md5(pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
               c.relreplident, c.reloptions, c.reltablespace, pg_catalog.pg_get_expr(c.relpartbound, c.oid),
               (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', a.attname,
                       pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                       pg_catalog.pg_get_expr(d.adbin, d.adrelid)), ',' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
               (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', k.conname, k.convalidated,
                       pg_catalog.pg_get_constraintdef(k.oid)), ',' ORDER BY k.conname)
                FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid),
               (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', i.indisvalid,
                       pg_catalog.pg_get_indexdef(i.indexrelid)), ',' ORDER BY i.indexrelid)
                FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid))) AS definition
    FROM touched
    JOIN pg_catalog.pg_class c ON c.oid = touched.relid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN since
    WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND {covers}
      AND pg_catalog.left(c.relname, 7) <> '__dibs_'
), updated AS (
    UPDATE {tables} t
    SET table_schema = p.nspname, table_name = p.relname, definition = p.definition, changed_by = $2
    FROM present p
    WHERE t.table_oid = p.oid AND (t.table_schema, t.table_name, t.definition) <> (p.nspname, p.relname, p.definition)
    RETURNING t.table_oid
), inserted AS (
    INSERT INTO {tables} (table_schema, table_name, table_oid, definition, created_by, changed_by)
    SELECT p.nspname, p.relname, p.oid, p.definition, CASE WHEN p.created THEN $2 END, $2
    FROM present p
    WHERE (p.created OR p.own) AND NOT EXISTS (SELECT FROM {tables} t WHERE t.table_oid = p.oid)
    RETURNING table_oid
), gone AS (
    DELETE FROM {tables} t
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.table_oid)
    RETURNING table_oid
), gone_columns AS (
    DELETE FROM {columns} d WHERE d.table_oid IN (SELECT table_oid FROM gone)
), gone_indices AS (
    DELETE FROM {indices} i WHERE i.table_oid IN (SELECT table_oid FROM gone)
)
SELECT table_oid::bigint FROM updated UNION ALL SELECT table_oid::bigint FROM inserted
