package io.quarkiverse.dibs.postgres.history;

import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What was created or changed in a database since a transaction id, by whomever: the catalog keeps the transaction that wrote
 * each row. It says whether something of an interrupted migration can stand.
 */
public final class YoungObjects {

    private static final int MOST = 20;

    private static final String YOUNG = """
            WITH own AS (
                SELECT c.oid, c.xmin, c.relkind, n.nspname || '.' || c.relname AS name
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE {covers} AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND (left(c.relname, 7) <> '__dibs_' OR c.relkind IN ('i', 'I'))
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
                                  WHERE i.indexrelid = c.oid AND left(t.relname, 7) = '__dibs_')
            ), changed (what, xid) AS (
                SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index'
                            WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                            ELSE 'relation' END || ' ' || name, xmin FROM own
                UNION ALL SELECT 'column ' || own.name || '.' || a.attname, a.xmin
                    FROM pg_catalog.pg_attribute a JOIN own ON own.oid = a.attrelid
                    WHERE a.attnum > 0 AND own.relkind IN ('r', 'p', 'v', 'm', 'f')
                UNION ALL SELECT 'constraint ' || o.conname || ' of ' || own.name, o.xmin
                    FROM pg_catalog.pg_constraint o JOIN own ON own.oid = o.conrelid
                UNION ALL SELECT 'trigger ' || t.tgname || ' of ' || own.name, t.xmin
                    FROM pg_catalog.pg_trigger t JOIN own ON own.oid = t.tgrelid WHERE NOT t.tgisinternal
                UNION ALL SELECT 'routine ' || n.nspname || '.' || p.proname, p.xmin
                    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                    WHERE {covers} AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL SELECT 'type ' || n.nspname || '.' || y.typname, coalesce(e.xmin, y.xmin)
                    FROM pg_catalog.pg_type y JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace
                    LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = y.oid
                    WHERE {covers} AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND y.typtype IN ('e', 'd', 'r')
            )
            SELECT DISTINCT what FROM changed
            WHERE pg_catalog.age(xid) <= pg_catalog.age($1::text::xid8::xid) ORDER BY what LIMIT
            """;

    private YoungObjects() {
    }

    /** Their names in words, the first few. */
    public static Uni<List<String>> since(SqlConnection connection, HistoryTables tables, long xid) {
        return connection.preparedQuery(tables.in(YOUNG.stripTrailing() + " " + MOST)).execute(Tuple.of(String.valueOf(xid)))
                .map(rows -> {
                    List<String> names = new ArrayList<>();
                    for (Row row : rows) {
                        names.add(row.getString(0));
                    }
                    return names;
                });
    }
}
