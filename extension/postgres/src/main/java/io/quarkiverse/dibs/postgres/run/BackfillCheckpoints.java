package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.sql.Literals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads and writes how far the backfills of one migration came. Stateless. */
final class BackfillCheckpoints {

    static final Checkpoint BEGINNING = new Checkpoint(null, 0, 0, 0, false);

    private final HistoryTables tables;
    private final String version;
    private final UUID runId;

    BackfillCheckpoints(HistoryTables tables, String version, UUID runId) {
        this.tables = tables;
        this.version = version;
        this.runId = runId;
    }

    /**
     * Begins a backfill or takes it up again.
     *
     * @throws DibsException DIBS-0644 when it is not the same one that was begun
     */
    Uni<Checkpoint> open(SqlConnection connection, String name, String table, List<String> keyColumns, String digest) {
        return connection.preparedQuery("INSERT INTO " + tables.backfills() + """
                 AS b (version, name, table_name, key_columns, statement_digest, run_id) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (version, name) DO UPDATE SET run_id = excluded.run_id, updated_at = clock_timestamp()
                RETURNING checkpoint, batches, rows_seen, rows_changed, finished_at IS NOT NULL AS finished,
                    statement_digest
                """).execute(Tuple.of(version, name, table, keyColumns.toArray(String[]::new), digest, runId))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (!row.getString("statement_digest").equals(digest)) {
                        throw new DibsException(Problem.of("DIBS-0644", Category.REFUSED, "backfill \"" + name
                                + "\" was begun with another statement, table or key")
                                .remedy("Restore it as it was, or give the new one another name."));
                    }
                    return checkpoint(row);
                });
    }

    /** How far it is, without beginning it; empty when no run has come to it. */
    Uni<Optional<Checkpoint>> find(SqlConnection connection, String name) {
        return connection.query("SELECT to_regclass(" + Literals.string(tables.backfills()) + ") IS NOT NULL").execute()
                .flatMap(there -> !there.iterator().next().getBoolean(0) ? Uni.createFrom().item(Optional.empty())
                        : connection.preparedQuery("SELECT checkpoint, batches, rows_seen, rows_changed,"
                                + " finished_at IS NOT NULL AS finished FROM " + tables.backfills()
                                + " WHERE version = $1 AND name = $2").execute(Tuple.of(version, name))
                                .map(rows -> rows.size() == 0 ? Optional.empty()
                                        : Optional.of(checkpoint(rows.iterator().next()))));
    }

    private static Checkpoint checkpoint(Row row) {
        String[] after = row.getArrayOfStrings("checkpoint");
        return new Checkpoint(after == null ? null : List.of(after), row.getLong("batches"), row.getLong("rows_seen"),
                row.getLong("rows_changed"), row.getBoolean("finished"));
    }

    /** The statement that is to be the last one of the batch's transaction; it has no parameters. */
    String moveSql(String name, Checkpoint checkpoint) {
        String after = checkpoint.after().stream().map(Literals::string).collect(Collectors.joining(", "));
        return "UPDATE " + tables.backfills() + " SET checkpoint = ARRAY[" + after + "]::text[], batches = "
                + checkpoint.batches() + ", rows_seen = " + checkpoint.rowsSeen() + ", rows_changed = "
                + checkpoint.rowsChanged() + ", updated_at = clock_timestamp() WHERE version = " + Literals.string(version)
                + " AND name = " + Literals.string(name);
    }

    Uni<Void> finish(SqlConnection connection, String name) {
        return connection.preparedQuery("UPDATE " + tables.backfills()
                + " SET finished_at = clock_timestamp() WHERE version = $1 AND name = $2").execute(Tuple.of(version, name))
                .replaceWithVoid();
    }

    /**
     * How far a backfill is.
     *
     * @param after the last key that is done, as text; null at the beginning
     */
    record Checkpoint(List<String> after, long batches, long rowsSeen, long rowsChanged, boolean finished) {

        Checkpoint moved(List<String> upTo, long seen, long changed) {
            return new Checkpoint(upTo, batches + 1, rowsSeen + seen, rowsChanged + changed, false);
        }
    }
}
