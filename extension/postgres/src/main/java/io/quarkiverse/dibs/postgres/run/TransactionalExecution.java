package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.OptionalLong;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.run.MigrationFailure.Outcome;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Runs a migration as one transaction that also holds its row of the history and its provenance. Either all of it is committed
 * or nothing; what fails because of others is tried again from the start.
 */
final class TransactionalExecution {

    private final RunnerSession session;
    private final RunContext context;
    private final MigrationInvoker migration;
    private final long begin = System.nanoTime();
    private int standing;
    private OptionalLong committing = OptionalLong.empty();

    TransactionalExecution(RunnerSession session, RunContext context, MigrationInvoker migration) {
        this.session = session;
        this.context = context;
        this.migration = migration;
    }

    /** The transaction of the last attempt. */
    OptionalLong transaction() {
        return committing;
    }

    void execute() throws MigrationFailure {
        Backoff backoff = new Backoff(context.cancellation(), text -> context.log(migration, "WARN", text));
        for (int attempts = 1;; attempts++) {
            try {
                attempt();
                return;
            } catch (MigrationFailure failure) {
                Optional<StatementException> statement = StatementException.in(failure.getCause());
                if (failure.outcome() != Outcome.ROLLED_BACK || statement.isEmpty()
                        || !backoff.goesOn(attempts, statement.get())) {
                    record(failure);
                    throw failure;
                }
                pause(backoff, attempts, statement.get());
            }
        }
    }

    private void pause(Backoff backoff, int attempts, StatementException failure) throws MigrationFailure {
        try {
            backoff.pause(attempts, failure);
        } catch (DibsException cancelled) {
            MigrationFailure ended = new MigrationFailure(cancelled.problem(), Outcome.ROLLED_BACK, cancelled);
            record(ended);
            throw ended;
        }
    }

    private void attempt() throws MigrationFailure {
        MigrationCall call = MigrationCall.inTransaction(session, migration, context.events(),
                context.cancellation());
        Transaction transaction;
        try {
            transaction = session.await(session.connection().begin());
        } catch (RuntimeException e) {
            throw failure(e, call, Outcome.ROLLED_BACK);
        }
        long xid;
        try {
            xid = session.prepareTransaction();
            committing = OptionalLong.of(xid);
            call.run();
            finish(call, xid);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            MigrationFailure failure = failure(e, call, Outcome.ROLLED_BACK);
            if (failure.outcome() == Outcome.ROLLED_BACK) {
                rollBack(transaction);
            }
            throw failure;
        }
        commit(transaction, call, xid);
    }

    private void finish(MigrationCall call, long xid) {
        session.await(call.channel().release());
        if (call.channel().freedStatements()) {
            context.history().forgetPrepared();
        }
        if (call.channel().count() > 0) {
            session.restoreInTransaction();
            session.await(context.provenance().record(session.connection(), migration.version(), xid));
        }
        boolean recorded = session.await(context.history().applied(session.connection(), migration, context.run(),
                call.channel().count(), RunContext.millisSince(begin), xid));
        if (!recorded) {
            standing = call.channel().count();
            throw new DibsException(Problem.of("DIBS-0636", Category.SQL,
                    "the migration ended its transaction itself; what it did before that may stand")
                    .remedy("Leave COMMIT and ROLLBACK to dibs, or say @Migration(transactional = false)."));
        }
    }

    private void commit(Transaction transaction, MigrationCall call, long xid) throws MigrationFailure {
        try {
            if (call.anySavepointUndone()) {
                commitAfterUndoneSavepoint(transaction, xid);
                return;
            }
            // never a plain COMMIT: for a transaction that has failed the server answers that with success
            session.await(transaction.commit());
        } catch (RuntimeException e) {
            throw failure(e, call, Outcome.LOST_IN_COMMIT);
        }
    }

    /**
     * The driver would only roll back a transaction in which a statement has failed. A plain COMMIT does not say whether it was
     * one, so the server is asked; the driver's rollback, which then finds no transaction, ends its own.
     */
    private void commitAfterUndoneSavepoint(Transaction transaction, long xid) {
        PgConnection connection = session.connection();
        session.await(connection.query("COMMIT").execute());
        String status = session.await(connection.preparedQuery("SELECT pg_catalog.pg_xact_status($1::bigint::text::xid8)")
                .execute(Tuple.of(xid))).iterator().next().getString(0);
        rollBack(transaction);
        if (!"committed".equals(status)) {
            throw new DibsException(Problem.of("DIBS-0682", Category.SQL, "the transaction was rolled back by the server")
                    .remedy("See the server's log, then migrate again."));
        }
    }

    private void rollBack(Transaction transaction) {
        try {
            session.await(transaction.rollback());
        } catch (RuntimeException e) {
            // the server has rolled back already, or the connection is gone and it is about to
            context.log(migration, "DEBUG", "rollback: " + e.getMessage());
        }
    }

    private MigrationFailure failure(Throwable thrown, MigrationCall call, Outcome whenLost) {
        boolean lost = session.isLost(thrown);
        // a commit whose answer is lost may stand, whoever wanted an end of the run
        if (context.cancellation().isRequested() && !(lost && whenLost == Outcome.LOST_IN_COMMIT)) {
            return new MigrationFailure(Cancellation.exception().problem(), Outcome.ROLLED_BACK, thrown);
        }
        Problem problem = MigrationFailure.describe(thrown, migration, call.channel().lastFailure());
        // what dibs itself sends, the COMMIT included, may meet others as any statement does
        Throwable cause = !lost && ServerErrors.serverException(thrown) != null && StatementException.in(thrown).isEmpty()
                ? StatementException.of(thrown, null, Optional.empty())
                : thrown;
        return new MigrationFailure(problem,
                !lost ? Outcome.ROLLED_BACK : whenLost == Outcome.LOST_IN_COMMIT ? whenLost : Outcome.LOST, cause);
    }

    private void record(MigrationFailure failure) {
        if (failure.outcome() != Outcome.ROLLED_BACK) {
            return;
        }
        try {
            long xid = session.nextXid();
            session.await(context.history().failed(session.connection(), migration, context.run(), standing,
                    RunContext.millisSince(begin), xid, failure.problem().message()));
        } catch (RuntimeException e) {
            context.log(migration, "WARN", "the failure could not be recorded in the history: "
                    + ServerErrors.problem("DIBS-0626", Category.SQL, "", e, null).message());
        }
    }
}
