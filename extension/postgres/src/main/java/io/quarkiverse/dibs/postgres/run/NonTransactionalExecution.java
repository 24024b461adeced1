package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryState;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MigrationFailure.Outcome;
import io.quarkiverse.dibs.postgres.run.StandingStatements.Interrupted;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Transaction;

/**
 * Runs a migration without a transaction around it. An intent row is committed before its first statement and every statement
 * that stands is recorded, so that after a crash the next run knows what stands and goes on behind it.
 */
final class NonTransactionalExecution {

    private final RunnerSession session;
    private final RunContext context;
    private final HistoryTables tables;
    private final MigrationInvoker migration;
    private final Optional<HistoryEntry> earlier;
    private final long begin = System.nanoTime();

    /**
     * @param earlier what the history says, when an earlier run was interrupted or failed
     */
    NonTransactionalExecution(RunnerSession session, RunContext context, HistoryTables tables, MigrationInvoker migration,
            Optional<HistoryEntry> earlier) {
        this.session = session;
        this.context = context;
        this.tables = tables;
        this.migration = migration;
        this.earlier = earlier;
    }

    void execute() throws MigrationFailure {
        MigrationCall call = null;
        StandingStatements statements = null;
        try {
            session.configure(true);
            long startXid = session.nextXid();
            int standing = earlier.map(HistoryEntry::appliedStatements).orElse(0);
            String digest = earlier.map(HistoryEntry::statementsDigest).orElse("");
            Optional<Interrupted> interrupted = earlier.flatMap(this::interruption);
            long firstXid = earlier.map(HistoryEntry::startXid).orElse(startXid);
            statements = new StandingStatements(standing, digest, interrupted, new Recorded());
            session.await(context.history().begun(session.connection(), migration, context.run(), standing, digest, firstXid,
                    earlier.map(HistoryEntry::statementXid).orElse(startXid)));
            call = MigrationCall.withoutTransaction(session, migration, context.events(), context.cancellation(), statements,
                    tables, context.run().id());
            call.run();
            session.await(call.channel().release());
            session.configure(true);
            context.history().forgetPrepared();
            finish(statements.count(), firstXid);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            throw failed(e, Optional.ofNullable(call), statements == null ? 0 : statements.count());
        } finally {
            restoreSettings();
        }
    }

    private Optional<Interrupted> interruption(HistoryEntry entry) {
        return session.await(context.history().intent(session.connection(), entry.version()))
                .map(intent -> new Interrupted(intent, entry.statementXid()));
    }

    /** How far it came, as its row of the history says it. */
    private final class Recorded implements StandingStatements.Records {

        @Override
        public Uni<Void> progressed(int count, String digest) {
            return context.history().progressed(session.connection(), migration.version(), context.run(), count, digest);
        }

        @Override
        public Uni<Long> intends(String digest) {
            return context.history().intends(session.connection(), migration.version(), context.run(), digest);
        }

        @Override
        public Uni<Void> settled() {
            return intends(null).replaceWithVoid();
        }
    }

    private void restoreSettings() {
        try {
            session.configure(false);
        } catch (RuntimeException e) {
            context.log(migration, "DEBUG", "settings: " + e.getMessage());
        }
    }

    private void finish(int statements, long firstXid) {
        PgConnection connection = session.connection();
        Transaction transaction = session.await(connection.begin());
        try {
            session.await(session.requireLock()
                    .flatMap(held -> context.provenance().record(connection, migration.version(), firstXid))
                    .flatMap(done -> context.history().ended(connection, migration.version(), context.run(),
                            HistoryState.APPLIED, statements, RunContext.millisSince(begin), Optional.empty())));
        } catch (RuntimeException e) {
            session.await(transaction.rollback().onFailure().recoverWithNull());
            throw e;
        }
        session.await(transaction.commit());
    }

    private MigrationFailure failed(Throwable thrown, Optional<MigrationCall> call, int standing) {
        Optional<StatementException> last = call.flatMap(c -> c.channel().lastFailure());
        boolean cancelled = context.cancellation().isRequested();
        boolean lost = !cancelled && session.isLost(thrown);
        Problem problem = cancelled ? Cancellation.exception().problem()
                : MigrationFailure.describe(thrown, migration, last);
        if (lost) {
            Optional<String> inFlight = call.flatMap(c -> c.channel().inFlight());
            return inFlight.isPresent()
                    ? MigrationFailure.outside(inDoubt(inFlight.get(), problem), Outcome.LOST_OUTSIDE, standing, thrown)
                    : MigrationFailure.outside(connectionLost(problem), Outcome.LOST_OUTSIDE, standing, thrown);
        }
        try {
            session.configure(true);
            session.await(context.history().ended(session.connection(), migration.version(), context.run(),
                    HistoryState.FAILED, 0, RunContext.millisSince(begin), Optional.of(problem.message())));
        } catch (RuntimeException e) {
            context.log(migration, "WARN", "the failure could not be recorded in the history: "
                    + ServerErrors.problem("DIBS-0626", Category.SQL, "", e, null).message());
        }
        if (call.filter(MigrationCall::hasBackfilled).isPresent()) {
            return new MigrationFailure(problem.remedy().isPresent() ? problem
                    : problem.remedy(
                            "The batches that are done stand: run it again, and it goes on behind them."),
                    Outcome.PARTLY_APPLIED, thrown);
        }
        return MigrationFailure.outside(problem, Outcome.PARTLY_APPLIED, standing, thrown);
    }

    private static Problem inDoubt(String sql, Problem cause) {
        Problem problem = Problem.of("DIBS-0625", Category.IN_DOUBT,
                "the connection was lost during a statement outside a transaction: nobody knows whether it stands")
                .remedy("Run dibs migrate again: it goes on after the statements that are recorded.")
                .server(null, Redactor.redact(sql), 0, null, null);
        return cause.location().isPresent() ? problem.at(cause.location().get()) : problem;
    }

    private static Problem connectionLost(Problem cause) {
        Problem problem = Problem.of("DIBS-0623", Category.CONNECTION, "the connection was lost; what was done is recorded")
                .remedy("Run dibs migrate again: it goes on where this run ended.");
        return cause.location().isPresent() ? problem.at(cause.location().get()) : problem;
    }
}
