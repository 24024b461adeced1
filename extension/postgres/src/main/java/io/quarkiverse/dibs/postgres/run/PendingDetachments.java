package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;

import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.sql.Identifiers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Partitions whose concurrent detachment was interrupted while it waited: nobody reads them through their parent any more, the
 * same statement is refused, and {@code FINALIZE} is the only way on (manual, ALTER TABLE, DETACH PARTITION).
 */
final class PendingDetachments {

    private static final String NOT_IN_PREREQUISITE_STATE = "55000";
    private static final String PENDING = """
            SELECT pn.nspname, p.relname, cn.nspname, c.relname
            FROM pg_catalog.pg_inherits i
            JOIN pg_catalog.pg_class p ON p.oid = i.inhparent JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
            JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
            WHERE i.inhdetachpending""";

    private PendingDetachments() {
    }

    /** The statement that completes what the refused one wants; empty when it was refused for another reason. */
    static Uni<Optional<String>> completionOf(String sql, StatementException refused, SqlConnection connection) {
        if (!refused.sqlState().equals(NOT_IN_PREREQUISITE_STATE)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return connection.query(PENDING).execute().map(rows -> {
            for (Row row : rows) {
                String detach = "ALTER TABLE " + Identifiers.qualify(row.getString(0), row.getString(1)) + " DETACH PARTITION "
                        + Identifiers.qualify(row.getString(2), row.getString(3));
                if (sql.strip().equals(detach + " CONCURRENTLY")) {
                    return Optional.of(detach + " FINALIZE");
                }
            }
            return Optional.empty();
        });
    }

    /** Whether a table that the statement names was changed since, and is no partition now. */
    static Uni<Boolean> isDone(StatementWords statement, SqlConnection connection, HistoryTables tables, long sinceXid) {
        return connection.preparedQuery("""
                SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE %2$s AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname = ANY ($1::text[])
                  AND pg_catalog.age(c.xmin) <= pg_catalog.age('%1$d'::xid8::xid)
                """.formatted(sinceXid, tables.covers("n.nspname"))).execute(Tuple.of(statement.names().toArray(String[]::new)))
                .map(rows -> rows.size() > 0);
    }
}
