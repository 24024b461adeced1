package io.quarkiverse.dibs.postgres.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.quarkiverse.dibs.report.HistoryRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads and writes {@code __dibs_log}, where every row that was ever written into the history stays as it was: the history
 * itself says how things are, and forgets a failed attempt when the next one succeeds. Stateless.
 */
public final class MigrationLog {

    private static final String WRITTEN = """
            WITH written AS (
            %sRETURNING *)
            INSERT INTO {log} (action, version, name, checksum, started_at, duration_ms, run_id, dibs_version, app_version,
                db_user, note)
            """;

    private static final String SELECT = """
            SELECT number, written_at, action, version, name, duration_ms, run_id, db_user, dibs_version, app_version, note
            FROM {log} ORDER BY number
            """;

    /** Of a database whose last run was by a dibs that kept no log. */
    private static final String SELECT_WITHOUT_LOG = """
            SELECT rank AS number, coalesce(finished_at, started_at) AS written_at, state AS action, version, name,
                   duration_ms, run_id, db_user, dibs_version, app_version, error AS note
            FROM {migrations} ORDER BY rank
            """;

    private static final String THERE = """
            SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname = ANY ($2)
            """;

    private final HistoryTables tables;

    public MigrationLog(HistoryTables tables) {
        this.tables = tables;
    }

    /** The text of a statement on {@code {migrations}} that also copies the rows it writes into the log. */
    static String logged(String statement) {
        return WRITTEN.formatted(statement) + "SELECT state, version, name, checksum, started_at, duration_ms, run_id,"
                + " dibs_version, app_version, db_user, error FROM written";
    }

    /**
     * The text of a statement that changes {@code {migrations}} because somebody agreed to it: what is logged is who did so,
     * not
     * who ran the migration. Its parameters 1 to 5 are the version, the run, its versions of dibs and of the application, and
     * what was done in words.
     */
    static String repaired(String statement) {
        return WRITTEN.formatted(statement) + "SELECT 'repaired', version, name, checksum, started_at, NULL, $2::uuid,"
                + " $3::text, $4::text, current_user, $5::text FROM written";
    }

    /** Everything, the newest last; empty where dibs has never run. */
    public Uni<List<HistoryRow>> read(SqlConnection connection) {
        List<String> names = HistoryTables.names().subList(0, 2);
        return connection.preparedQuery(THERE).execute(Tuple.of(tables.schema(), names.toArray(String[]::new)))
                .flatMap(there -> switch (there.size()) {
                    case 0 -> Uni.createFrom().item(List.<HistoryRow> of());
                    case 1 -> rows(connection, SELECT_WITHOUT_LOG);
                    default -> rows(connection, SELECT);
                });
    }

    private Uni<List<HistoryRow>> rows(SqlConnection connection, String select) {
        return connection.query(tables.in(select)).execute().map(MigrationLog::rows);
    }

    private static List<HistoryRow> rows(RowSet<Row> result) {
        List<HistoryRow> rows = new ArrayList<>(result.size());
        for (Row row : result) {
            Long duration = row.getLong("duration_ms");
            rows.add(new HistoryRow(row.getLong("number"), row.getOffsetDateTime("written_at").toInstant(),
                    action(row.getString("action")), row.getString("version"), row.getString("name"),
                    duration == null ? OptionalLong.empty() : OptionalLong.of(duration), row.getUUID("run_id"),
                    row.getString("db_user"), row.getString("dibs_version"), row.getString("app_version"),
                    Optional.ofNullable(row.getString("note")).orElse("")));
        }
        return List.copyOf(rows);
    }

    private static HistoryRow.Action action(String label) {
        return Arrays.stream(HistoryRow.Action.values()).filter(action -> action.label().equals(label)).findFirst()
                .orElse(HistoryRow.Action.OTHER);
    }
}
