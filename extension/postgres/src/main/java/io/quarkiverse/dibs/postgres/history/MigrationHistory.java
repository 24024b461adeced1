package io.quarkiverse.dibs.postgres.history;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads and writes {@code __dibs_migrations}. Never begins or ends a transaction, but for creating the tables. Stateless; what
 * may write is settled by the lock, which the caller holds. What it writes is copied into the log by the same statement.
 */
public final class MigrationHistory {

    private static final String SELECT = """
            SELECT rank, version, name, checksum, state, applied_statements, statements_digest, started_at, finished_at,
                   duration_ms, run_id, db_user, start_xid, statement_xid, error, dibs_version, transactional
            FROM {migrations}
            """;

    private static final String UPSERT = """
            INSERT INTO {migrations} (version, name, checksum, state, transactional, applied_statements, total,
                statements_digest, started_at, finished_at, duration_ms, run_id, dibs_version, app_version, txid, start_xid,
                statement_xid, error)
            SELECT $1::text, $2::text, $3::text, $4::text, $5::boolean, $6::integer, $7::integer, $8::text, %s, %s,
                   $9::bigint, $10::uuid, $11::text, $12::text, $13::bigint, $14::bigint,
                   $15::bigint, $16::text
            %s
            ON CONFLICT (version) DO UPDATE SET (name, checksum, state, transactional, applied_statements, total,
                statements_digest, started_at, finished_at, duration_ms, run_id, dibs_version, app_version, db_user, txid,
                start_xid, statement_xid, error)
              = (excluded.name, excluded.checksum, excluded.state, excluded.transactional, excluded.applied_statements,
                excluded.total, excluded.statements_digest, excluded.started_at, excluded.finished_at,
                excluded.duration_ms, excluded.run_id, excluded.dibs_version, excluded.app_version, excluded.db_user,
                excluded.txid, excluded.start_xid, excluded.statement_xid,
                excluded.error)
            """;

    /** Writes nothing when the transaction is not the one it should be: the migration ended that by itself. */
    private static final String APPLIED_IN_TRANSACTION = MigrationLog.logged(UPSERT.formatted("now()", "clock_timestamp()",
            "WHERE pg_current_xact_id_if_assigned() = $13::bigint::text::xid8"));
    private static final String BEGUN = MigrationLog.logged(UPSERT.formatted("clock_timestamp()", "NULL", ""));
    private static final String FAILED = MigrationLog.logged(UPSERT.formatted("clock_timestamp()", "clock_timestamp()", ""));

    private static final String BASELINE = MigrationLog.logged("""
            INSERT INTO {migrations} (version, name, checksum, state, transactional, finished_at, run_id, dibs_version,
                app_version, start_xid, statement_xid)
            SELECT $1::text, $2::text, $3::text, 'baseline', $4::boolean, clock_timestamp(), $5::uuid, $6::text, $7::text, x, x
            FROM (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS x) AS now
            """);

    private static final String PROGRESSED = """
            UPDATE {migrations} SET applied_statements = $2, statements_digest = $3, intent_digest = NULL,
                statement_xid = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            WHERE version = $1 AND run_id = $4
            """;

    private static final String INTENDS = """
            UPDATE {migrations} SET intent_digest = $2, statement_xid = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            WHERE version = $1 AND run_id = $3 RETURNING statement_xid
            """;

    private static final String ENDED = MigrationLog.logged("""
            UPDATE {migrations} SET state = $2, finished_at = clock_timestamp(), duration_ms = $3, total = $4, error = $5
            WHERE version = $1 AND run_id = $6
            """);

    private static final String EXISTS = """
            SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname = ANY ($2)
            """;

    /** Whether all tables are there, with the newest column. */
    private static final String WHOLE = """
            SELECT count(*) = $3 AND count(a.attname) = 1
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'intent_digest'
            WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname = ANY ($2)
            """;

    private final HistoryTables tables;
    private final PreparedOnce applied;

    public MigrationHistory(HistoryTables tables) {
        this.tables = tables;
        this.applied = new PreparedOnce(tables.in(APPLIED_IN_TRANSACTION));
    }

    public HistoryTables tables() {
        return tables;
    }

    /** Whether dibs has ever run here. */
    public Uni<Boolean> exists(SqlConnection connection) {
        return connection.preparedQuery(EXISTS)
                .execute(Tuple.of(tables.schema(), new String[] { HistoryTables.names().get(0) }))
                .map(rows -> rows.iterator().next().getLong(0) == 1);
    }

    /**
     * Creates the tables that are not there, and what they lack that an older dibs made. Only under the lock: two sessions that
     * do it at once collide in Postgres.
     */
    public Uni<Void> create(SqlConnection connection) {
        String[] names = HistoryTables.names().toArray(String[]::new);
        return connection.preparedQuery(WHOLE).execute(Tuple.of(tables.schema(), names, names.length))
                .flatMap(rows -> rows.iterator().next().getBoolean(0) ? Uni.createFrom().voidItem()
                        : connection.begin().flatMap(transaction -> createAll(connection)
                                .call(transaction::commit)
                                .onFailure().call(failure -> transaction.rollback().onFailure().recoverWithNull())));
    }

    private Uni<Void> createAll(SqlConnection connection) {
        // "IF NOT EXISTS" would ask for the right to create schemas even where there is nothing to do
        Uni<?> schema = connection.preparedQuery("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1")
                .execute(Tuple.of(tables.schema()))
                .flatMap(found -> found.size() == 1 ? Uni.createFrom().nullItem()
                        : connection.query("CREATE SCHEMA " + tables.quotedSchema()).execute());
        return schema.flatMap(done -> connection.query(tables.in(Resources.text("create.sql"))).execute()).replaceWithVoid();
    }

    /** The whole history in the order in which migrations were begun; empty where there is no history table. */
    public Uni<List<HistoryEntry>> read(SqlConnection connection) {
        return exists(connection).flatMap(there -> there
                ? connection.query(tables.in(SELECT + "ORDER BY rank")).execute().map(MigrationHistory::entries)
                : Uni.createFrom().item(List.of()));
    }

    /** What the history says of one migration. */
    public Uni<Optional<HistoryEntry>> find(SqlConnection connection, String version) {
        return connection.preparedQuery(tables.in(SELECT + "WHERE version = $1")).execute(Tuple.of(version))
                .map(rows -> entries(rows).stream().findFirst());
    }

    /** The tables that a migration of dibs created and that were there when the last one ended. */
    public Uni<Set<ObjectId>> managedTables(SqlConnection connection) {
        return exists(connection).flatMap(there -> there
                ? connection.query(tables.in(
                        "SELECT table_schema, table_name FROM {tables} WHERE created_by IS NOT NULL")).execute()
                        .map(MigrationHistory::tableIds)
                : Uni.createFrom().item(Set.of()));
    }

    /**
     * Records in the migration's own transaction that it is applied.
     *
     * @return whether it was recorded; false when the migration has ended its transaction itself
     */
    public Uni<Boolean> applied(SqlConnection connection, MigrationInvoker migration, Run run, int statements,
            long durationMillis, long xid) {
        return applied
                .execute(connection, row(migration, run, HistoryState.APPLIED, statements, statements, "", durationMillis, xid,
                        xid, xid, null))
                .map(result -> result.rowCount() == 1);
    }

    /** After a migration that may have freed the prepared statements of its session. */
    public void forgetPrepared() {
        applied.forget();
    }

    /** Records, before the first statement, that a migration without a transaction begins or goes on. */
    public Uni<Void> begun(SqlConnection connection, MigrationInvoker migration, Run run, int statements, String digest,
            long startXid, long statementXid) {
        return connection.preparedQuery(tables.in(BEGUN))
                .execute(row(migration, run, HistoryState.RUNNING, statements, null, digest, null, null, startXid,
                        statementXid, null))
                .replaceWithVoid();
    }

    /** Records that one more statement of a migration without a transaction stands. */
    public Uni<Void> progressed(SqlConnection connection, String version, Run run, int statements, String digest) {
        return connection.preparedQuery(tables.in(PROGRESSED)).execute(Tuple.of(version, statements, digest, run.id()))
                .replaceWithVoid();
    }

    /**
     * Records that a statement is about to run outside any transaction, or that what it left is settled.
     *
     * @param digest of the statement and those before it; null when it is settled
     * @return the first transaction id that it can have
     */
    public Uni<Long> intends(SqlConnection connection, String version, Run run, String digest) {
        return connection.preparedQuery(tables.in(INTENDS)).execute(Tuple.of(version, digest, run.id()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The digest of the statement that was under way outside any transaction when a run ended without a word. */
    public Uni<Optional<String>> intent(SqlConnection connection, String version) {
        return connection.preparedQuery(tables.in("SELECT intent_digest FROM {migrations} WHERE version = $1"))
                .execute(Tuple.of(version))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.ofNullable(rows.iterator().next().getString(0)));
    }

    /** Records how a migration without a transaction ended. */
    public Uni<Void> ended(SqlConnection connection, String version, Run run, HistoryState state, int statements,
            long durationMillis, Optional<String> error) {
        return connection.preparedQuery(tables.in(ENDED))
                .execute(Tuple.of(version, state.label(), durationMillis, state == HistoryState.APPLIED ? statements : null,
                        error.orElse(null), run.id()))
                .replaceWithVoid();
    }

    /**
     * Records after the rollback that a migration in a transaction failed.
     *
     * @param statements how many statements may stand because the migration ended its transaction itself; else 0
     */
    public Uni<Void> failed(SqlConnection connection, MigrationInvoker migration, Run run, int statements,
            long durationMillis, long xid, String error) {
        return connection.preparedQuery(tables.in(FAILED))
                .execute(row(migration, run, HistoryState.FAILED, statements, null, "", durationMillis, xid, xid, xid, error))
                .replaceWithVoid();
    }

    /** Records that a migration counts as applied without having been run. */
    public Uni<Void> baseline(SqlConnection connection, String version, String name, String checksum, boolean transactional,
            Run run) {
        return connection.preparedQuery(tables.in(BASELINE)).execute(Tuple.tuple().addString(version).addString(name)
                .addString(checksum).addBoolean(transactional).addUUID(run.id()).addString(run.dibsVersion())
                .addString(run.appVersion())).replaceWithVoid();
    }

    private static Tuple row(MigrationInvoker migration, Run run, HistoryState state, int statements, Integer total,
            String digest, Long durationMillis, Long xid, long startXid, long statementXid, String error) {
        return Tuple.tuple().addString(migration.version()).addString(migration.name()).addString(migration.checksum())
                .addString(state.label()).addBoolean(migration.transactional()).addInteger(statements).addInteger(total)
                .addString(digest).addLong(durationMillis).addUUID(run.id()).addString(run.dibsVersion())
                .addString(run.appVersion()).addLong(xid).addLong(startXid).addLong(statementXid)
                .addString(error);
    }

    private static List<HistoryEntry> entries(RowSet<Row> rows) {
        List<HistoryEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Long duration = row.getLong("duration_ms");
            entries.add(new HistoryEntry(row.getLong("rank"), row.getString("version"), row.getString("name"),
                    row.getString("checksum"), HistoryState.of(row.getString("state")),
                    row.getInteger("applied_statements"), row.getString("statements_digest"),
                    row.getOffsetDateTime("started_at").toInstant(),
                    Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
                    duration == null ? OptionalLong.empty() : OptionalLong.of(duration), row.getUUID("run_id"),
                    row.getString("db_user"), row.getLong("start_xid"), row.getLong("statement_xid"),
                    Optional.ofNullable(row.getString("error")), row.getString("dibs_version"),
                    row.getBoolean("transactional")));
        }
        return List.copyOf(entries);
    }

    private static Set<ObjectId> tableIds(RowSet<Row> rows) {
        Set<ObjectId> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(ObjectId.table(row.getString(0), row.getString(1))));
        return ids;
    }

    /** Who writes: one run of one version of dibs and of the application. */
    public record Run(UUID id, String dibsVersion, String appVersion) {
    }
}
