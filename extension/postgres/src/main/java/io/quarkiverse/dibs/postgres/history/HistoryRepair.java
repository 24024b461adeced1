package io.quarkiverse.dibs.postgres.history;

import io.quarkiverse.dibs.postgres.history.MigrationHistory.Run;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The changes of the history that somebody has to agree to. Each is logged by the statement that makes it, and touches dibs'
 * own tables only. Stateless; the caller holds the lock.
 */
public final class HistoryRepair {

    private static final String ACCEPT = MigrationLog.repaired("""
            UPDATE {migrations} SET checksum = $6 WHERE version = $1 AND state = 'applied'
            """);

    private static final String APPLY = MigrationLog.repaired("""
            UPDATE {migrations} SET state = 'applied', checksum = $6, finished_at = clock_timestamp(), error = NULL
            WHERE version = $1 AND state IN ('failed', 'running')
            """);

    private static final String REMOVE = MigrationLog.repaired("""
            DELETE FROM {migrations} WHERE version = $1 AND state = 'applied'
            """);

    private static final String FORGET = MigrationLog.repaired("""
            DELETE FROM {migrations} WHERE version = $1 AND state IN ('failed', 'running')
            """);

    private final HistoryTables tables;
    private final Run run;

    public HistoryRepair(HistoryTables tables, Run run) {
        this.tables = tables;
        this.run = run;
    }

    /** An applied migration has this checksum from now on. */
    public Uni<Void> acceptChecksum(SqlConnection connection, String version, String checksum, String what) {
        return write(connection, ACCEPT, version, what, checksum);
    }

    /** A migration that failed or was interrupted counts as applied, with this checksum. */
    public Uni<Void> markApplied(SqlConnection connection, String version, String checksum, String what) {
        return write(connection, APPLY, version, what, checksum);
    }

    /** An applied migration is not known any more. */
    public Uni<Void> removeApplied(SqlConnection connection, String version, String what) {
        return write(connection, REMOVE, version, what, null);
    }

    /** A migration that failed or was interrupted was never begun, and neither were its backfills. */
    public Uni<Void> forgetAttempt(SqlConnection connection, String version, String what) {
        return write(connection, FORGET, version, what, null).flatMap(done -> connection
                .preparedQuery(tables.in("DELETE FROM {backfills} WHERE version = $1")).execute(Tuple.of(version)))
                .replaceWithVoid();
    }

    private Uni<Void> write(SqlConnection connection, String sql, String version, String what, String checksum) {
        Tuple parameters = Tuple.tuple().addString(version).addUUID(run.id()).addString(run.dibsVersion())
                .addString(run.appVersion()).addString(what);
        return connection.preparedQuery(tables.in(sql)).execute(checksum == null ? parameters : parameters.addString(checksum))
                .replaceWithVoid();
    }
}
