package io.quarkiverse.dibs.postgres.run;

import java.util.UUID;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Transaction;

/**
 * The history while no runner can work on it: what changes it without running a migration does so here. Blocking, for one
 * thread; closing frees the lock.
 */
public final class LockedHistory implements AutoCloseable {

    private final RunnerSession session;
    private final MigrationHistory history;
    private final MigrationHistory.Run run;

    private LockedHistory(RunnerSession session, MigrationHistory history, MigrationHistory.Run run) {
        this.session = session;
        this.history = history;
        this.run = run;
    }

    /**
     * Creates the tables that are not there.
     *
     * @param options how long to wait, and for whom
     * @throws DibsException as a run of migrations that cannot begin: DIBS-0610 to DIBS-0613, DIBS-0627
     */
    public static LockedHistory open(Vertx vertx, String url, HistoryTables tables, RunOptions options) {
        RunnerSession session = RunnerSession.open(vertx, url, tables, options, warning -> {
        });
        try {
            session.lock().acquire(options.lockWait(), new Cancellation(vertx), waiting -> {
            });
            MigrationHistory history = new MigrationHistory(tables);
            session.await(history.create(session.connection()));
            return new LockedHistory(session, history, new MigrationHistory.Run(UUID.randomUUID(),
                    MigrationRunner.dibsVersion(), options.applicationVersion()));
        } catch (RuntimeException e) {
            session.close();
            throw ServerErrors.exception("DIBS-0627", Category.SQL, "the history cannot be changed: ", e, null);
        }
    }

    public PgSession session() {
        return session.session();
    }

    public MigrationHistory history() {
        return history;
    }

    /** Who writes. */
    public MigrationHistory.Run run() {
        return run;
    }

    /** Does all of it or nothing. */
    public void inTransaction(Runnable work) {
        Transaction transaction = session.await(session.connection().begin());
        try {
            session.prepareTransaction();
            work.run();
        } catch (RuntimeException e) {
            session.await(transaction.rollback().onFailure().recoverWithNull());
            throw ServerErrors.exception("DIBS-0627", Category.SQL, "the history was not changed: ", e, null);
        }
        session.await(transaction.commit());
    }

    @Override
    public void close() {
        // the lock is the session's
        session.close();
    }
}
