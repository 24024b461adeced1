package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryState;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MigrationFailure.Outcome;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Transaction;

/** One run from the connection to the summary. Blocking; used once, by one thread. */
final class RunLoop {

    private final Vertx vertx;
    private final String url;
    private final Sessions sessions;
    private final HistoryTables tables;
    private final Collection<? extends MigrationInvoker> code;
    private final RunOptions options;
    private final RunContext context;
    private final IntConsumer process;
    private final Consumer<? super MigrationEvent> events;
    private final long begin = System.nanoTime();
    private final List<String> applied = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private RunnerSession session;

    /**
     * @param process hears which process of the server runs the statements
     */
    RunLoop(Vertx vertx, String url, Sessions sessions, HistoryTables tables, Collection<? extends MigrationInvoker> code,
            RunOptions options,
            RunContext context, IntConsumer process) {
        this.process = process;
        this.vertx = vertx;
        this.url = url;
        this.sessions = sessions;
        this.tables = tables;
        this.code = code;
        this.options = options;
        this.context = context;
        this.events = context.events();
    }

    /**
     * Tells of everything as it happens, the summary last.
     *
     * @throws DibsException when the run could not even begin
     */
    void run() {
        Selection.of(code, List.of(), options);
        session = RunnerSession.open(vertx, url, sessions, tables, options, this::tell);
        process.accept(session.backend());
        try {
            Selection unlocked = select();
            if (unlocked.migrations().isEmpty()) {
                warnings.addAll(unlocked.warnings());
                summary(options.dryRun() ? MigrationEvent.Outcome.DRY_RUN : MigrationEvent.Outcome.DONE, unlocked);
                return;
            }
            session.lock().acquire(options.lockWait(), context.cancellation(), events);
            try {
                locked();
            } finally {
                release();
            }
        } catch (RuntimeException e) {
            throw ServerErrors.exception("DIBS-0627", Category.SQL, "the run could not begin: ", e, null);
        } finally {
            session.close();
        }
    }

    private Selection select() {
        return Selection.of(code, history(), options);
    }

    private List<HistoryEntry> history() {
        return session.await(context.history().read(session.connection()));
    }

    private void release() {
        try {
            if (!session.lock().release()) {
                warnings.add("the migration lock was not held to the end of the run: a statement of a migration has let it go");
            }
        } catch (RuntimeException e) {
            // the connection is gone, and the lock with it
            warnings.add("the migration lock ended with the connection");
        }
    }

    private void locked() {
        if (!options.dryRun()) {
            Permissions.require(session, Permissions.ofHistory(session, tables));
            session.await(context.history().create(session.connection()));
        }
        Map<String, HistoryEntry> recorded = new TreeMap<>();
        history().forEach(entry -> recorded.put(entry.version(), entry));
        Selection selection = Selection.of(code, recorded.values(), options);
        warnings.addAll(selection.warnings());
        if (options.dryRun()) {
            summary(tryAll(selection), selection);
            return;
        }
        if (!selection.migrations().isEmpty()) {
            session.await(context.provenance().resync(session.connection()));
        }
        summary(applyAll(selection, recorded), selection);
    }

    private MigrationEvent.Outcome applyAll(Selection selection, Map<String, HistoryEntry> recorded) {
        int number = 0;
        for (MigrationInvoker migration : selection.migrations()) {
            number++;
            if (context.cancellation().isRequested()) {
                return MigrationEvent.Outcome.CANCELLED;
            }
            long started = System.nanoTime();
            started(migration, number, selection);
            try {
                apply(migration, Optional.ofNullable(recorded.get(migration.version())));
            } catch (MigrationFailure failure) {
                return failed(migration, failure);
            }
            applied.add(migration.version());
            events.accept(new MigrationEvent.Finished(migration.version(), migration.name(), RunContext.millisSince(started)));
        }
        return MigrationEvent.Outcome.DONE;
    }

    private void apply(MigrationInvoker migration, Optional<HistoryEntry> earlier) throws MigrationFailure {
        if (!migration.transactional()) {
            try {
                new NonTransactionalExecution(session, context, tables, migration, earlier).execute();
            } catch (MigrationFailure failure) {
                if (failure.outcome() != Outcome.LOST_OUTSIDE) {
                    throw failure;
                }
                resolveOutside(migration, failure);
            }
            return;
        }
        TransactionalExecution execution = new TransactionalExecution(session, context, migration);
        try {
            execution.execute();
        } catch (MigrationFailure failure) {
            if (failure.outcome() != Outcome.LOST && failure.outcome() != Outcome.LOST_IN_COMMIT) {
                throw failure;
            }
            resolve(migration, execution.transaction(), failure);
        }
    }

    /** After the connection was lost: returns when the history says that the migration is applied nevertheless. */
    private void resolve(MigrationInvoker migration, OptionalLong xid, MigrationFailure failure) throws MigrationFailure {
        boolean committing = failure.outcome() == Outcome.LOST_IN_COMMIT;
        Optional<HistoryEntry> entry;
        String status;
        try {
            session = Reconnection.after(session, options, context.cancellation(), events);
            process.accept(session.backend());
            entry = find(migration);
            status = committing && xid.isPresent() ? status(xid.getAsLong()) : "aborted";
        } catch (RuntimeException e) {
            if (!committing) {
                throw new MigrationFailure(lost(failure, migration, ""), Outcome.ROLLED_BACK, e);
            }
            throw new MigrationFailure(Problem.of("DIBS-0624", Category.IN_DOUBT,
                    "the connection was lost while the migration was being committed, and the server could not be asked: "
                            + ServerErrors.exception("DIBS-0623", Category.CONNECTION, "", e, null).problem().message())
                    .remedy("When the server is back, dibs status says whether the migration is applied.")
                    .at(migration.className()), Outcome.LOST_IN_COMMIT, e);
        }
        if (isApplied(entry)) {
            context.log(migration, "WARN", "the connection was lost during the commit; the history says that it is done");
            return;
        }
        if (status.equals("committed") || status.equals("in progress")) {
            throw new MigrationFailure(Problem.of("DIBS-0624", Category.IN_DOUBT, "the connection was lost while the migration"
                    + " was being committed; the server says that its transaction is " + status
                    + ", and the history has it not")
                    .remedy("Look at what stands before you run it again.").at(migration.className()),
                    Outcome.LOST_IN_COMMIT, failure);
        }
        throw new MigrationFailure(lost(failure, migration, committing ? "; the server says so" : ""), Outcome.ROLLED_BACK,
                failure);
    }

    /** The same for a migration without a transaction: its row says what stands. */
    private void resolveOutside(MigrationInvoker migration, MigrationFailure failure) throws MigrationFailure {
        Optional<HistoryEntry> entry;
        boolean underWay;
        try {
            session = Reconnection.after(session, options, context.cancellation(), events);
            process.accept(session.backend());
            entry = find(migration);
            underWay = session.await(context.history().intent(session.connection(), migration.version())).isPresent();
        } catch (RuntimeException e) {
            throw new MigrationFailure(failure.problem(), Outcome.PARTLY_APPLIED, e);
        }
        if (isApplied(entry)) {
            context.log(migration, "WARN", "the connection was lost at the end; the history says that it is done");
            return;
        }
        if (underWay || entry.isEmpty()) {
            throw new MigrationFailure(failure.problem(), Outcome.PARTLY_APPLIED, failure);
        }
        int stand = entry.get().appliedStatements();
        throw new MigrationFailure(Problem.of("DIBS-0623", Category.CONNECTION, "the connection was lost; " + stand
                + (stand == 1 ? " statement stands" : " statements stand") + " and nothing after it")
                .remedy("Run dibs migrate again: it goes on where this run ended.")
                .at(failure.problem().location().orElse(migration.className())), Outcome.PARTLY_APPLIED, failure);
    }

    private Optional<HistoryEntry> find(MigrationInvoker migration) {
        return session.await(context.history().find(session.connection(), migration.version()));
    }

    private boolean isApplied(Optional<HistoryEntry> entry) {
        return entry.filter(row -> row.state() == HistoryState.APPLIED && row.runId().equals(context.run().id())).isPresent();
    }

    private String status(long xid) {
        return String.valueOf(
                session.run("SELECT pg_catalog.pg_xact_status('" + xid + "'::xid8)").iterator().next().getString(0));
    }

    private void tell(String text) {
        events.accept(new MigrationEvent.Log("", "WARN", "dibs", text));
    }

    private static Problem lost(MigrationFailure failure, MigrationInvoker migration, String proof) {
        return Problem.of("DIBS-0623", Category.CONNECTION,
                "the connection was lost, and the migration was rolled back with it" + proof + ": "
                        + failure.problem().message())
                .remedy("See the server's log and the network, then run dibs migrate again.")
                .at(failure.problem().location().orElse(migration.className()));
    }

    private MigrationEvent.Outcome tryAll(Selection selection) {
        DryRun dryRun = new DryRun();
        Transaction transaction = session.await(session.connection().begin());
        try {
            int number = 0;
            for (MigrationInvoker migration : selection.migrations()) {
                number++;
                long started = System.nanoTime();
                started(migration, number, selection);
                try {
                    tryOne(migration, dryRun);
                    tried.add(migration.version());
                } catch (MigrationFailure failure) {
                    if (!dryRun.isPartial() || context.cancellation().isRequested()) {
                        return failed(migration, failure);
                    }
                    notTried(selection.migrations().subList(number - 1, selection.migrations().size()), failure);
                    break;
                }
                events.accept(
                        new MigrationEvent.Finished(migration.version(), migration.name(), RunContext.millisSince(started)));
            }
            dryRun.leftOut().forEach(what -> warnings.add("not tried: " + what));
            return MigrationEvent.Outcome.DRY_RUN;
        } finally {
            session.await(transaction.rollback().onFailure().recoverWithNull());
        }
    }

    /** The failure may come from what was left out before, and what follows may need what failed. */
    private void notTried(List<MigrationInvoker> rest, MigrationFailure failure) {
        MigrationInvoker first = rest.get(0);
        warnings.add(first.version() + " " + first.name() + " could not be tried to its end, as something before it was not: "
                + failure.problem().message());
        rest.subList(1, rest.size()).forEach(migration -> warnings.add(migration.version() + " " + migration.name()
                + " was not tried: it comes after " + first.version()));
    }

    /** All that is tried is one transaction, so that each migration sees what the ones before it did. */
    private void tryOne(MigrationInvoker migration, DryRun dryRun) throws MigrationFailure {
        MigrationCall call = MigrationCall.onlyTried(session, migration, tables, context.run().id(), events,
                context.cancellation(), dryRun);
        try {
            session.prepareTransaction();
            call.run();
            session.await(call.channel().release());
            session.restoreInTransaction();
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            Problem problem = context.cancellation().isRequested() ? Cancellation.exception().problem()
                    : MigrationFailure.describe(e, migration, call.channel().lastFailure());
            throw new MigrationFailure(problem, Outcome.ROLLED_BACK, e);
        }
    }

    private void started(MigrationInvoker migration, int number, Selection selection) {
        events.accept(new MigrationEvent.Started(migration.version(), migration.name(), number, selection.migrations().size(),
                migration.transactional()));
    }

    private MigrationEvent.Outcome failed(MigrationInvoker migration, MigrationFailure failure) {
        events.accept(new MigrationEvent.Failed(migration.version(), migration.name(), failure.problem(),
                failure.outcome() == Outcome.ROLLED_BACK && !failure.problem().code().equals("DIBS-0636"), failure.standing(),
                List.of()));
        return failure.problem().category() == Category.INTERRUPTED ? MigrationEvent.Outcome.CANCELLED
                : MigrationEvent.Outcome.FAILED;
    }

    private void summary(MigrationEvent.Outcome outcome, Selection selection) {
        List<String> pending = selection.pending().stream().filter(version -> !applied.contains(version)).toList();
        events.accept(new MigrationEvent.Summary(outcome, applied, tried, pending, warnings,
                RunContext.millisSince(begin)));
    }
}
