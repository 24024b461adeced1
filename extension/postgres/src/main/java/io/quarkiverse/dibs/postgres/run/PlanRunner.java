package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlannedSegment;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MigrationFailure.Outcome;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.ApplyReport.State;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;

/**
 * Applies a plan to the database it was made for, under the lock that migrations run under. What is there is compared with the
 * plan before the first statement and after the last. Blocking and used once; only {@link #cancel} may come from other threads.
 */
public final class PlanRunner {

    private final Vertx vertx;
    private final String url;
    private final PlanFile plan;
    private final Set<Hazard> allowed;
    private final RunOptions options;
    private final Cancellation cancellation;
    private final Consumer<? super MigrationEvent> events;
    private final StatementWatch watch;
    private final PlanGate gate;
    private final long begin = System.nanoTime();
    private final List<ApplyReport.Statement> statements = new ArrayList<>();
    private RunnerSession session;

    /**
     * @param url leads straight to the server, not to a pooler
     * @param allowed the hazards the user agrees to
     */
    public PlanRunner(Vertx vertx, String url, PlanFile plan, Set<Hazard> allowed, Duration lockWait,
            Consumer<? super MigrationEvent> events) {
        this.vertx = vertx;
        this.url = url;
        this.plan = plan;
        this.allowed = Set.copyOf(allowed);
        this.options = RunOptions.defaults().withLockWait(lockWait);
        this.cancellation = new Cancellation(vertx);
        this.watch = new StatementWatch(vertx, url, events);
        this.events = watch;
        this.gate = new PlanGate(plan);
        plan.segments().forEach(segment -> segment.steps().forEach(step -> step.line().statements().forEach(
                sql -> statements.add(new ApplyReport.Statement(segment.number(), step.line().number(), sql,
                        State.UNAPPLIED)))));
    }

    /** Asks the run to roll the current segment back and end. */
    public void cancel() {
        cancellation.request();
    }

    /**
     * Compares what is there with the plan and changes nothing. Consent is not asked for.
     *
     * @throws DibsException as {@link #apply} does before it begins
     */
    public ApplyReport dryRun() {
        return withSession(() -> {
            gate.requireServer(session.session());
            gate.requireBefore(session);
            gate.requireRights(session);
            gate.requireLocks(session);
            return report(ApplyReport.Outcome.DRY_RUN, Optional.empty());
        });
    }

    /**
     * Applies it. A failure on the way is part of the report.
     *
     * @throws DibsException when nothing was run: DIBS-02xx and DIBS-061x when there is no right server, DIBS-0514 for another
     *         major version, DIBS-0515 when the plan was made for something else, DIBS-0516 when consent is missing,
     *         DIBS-0615 when rights are
     */
    public ApplyReport apply() {
        return withSession(() -> {
            gate.requireServer(session.session());
            session.lock().acquire(options.lockWait(), cancellation, events);
            try {
                gate.requireBefore(session);
                gate.requireConsent(allowed);
                gate.requireRights(session);
                gate.requireLocks(session);
                return applyAll();
            } finally {
                release();
            }
        });
    }

    private interface Body {
        ApplyReport run();
    }

    private ApplyReport withSession(Body body) {
        session = RunnerSession.open(vertx, url, new HistoryTables(plan.historySchema()), options, this::warn);
        watch.process(session.backend());
        try {
            return body.run();
        } catch (RuntimeException e) {
            throw ServerErrors.exception("DIBS-0627", Category.SQL, "the run could not begin: ", e, null);
        } finally {
            watch.close();
            session.close();
        }
    }

    private void release() {
        try {
            if (!session.lock().release()) {
                warn("the migration lock was not held to the end of the run: a statement of the plan has let it go");
            }
        } catch (RuntimeException e) {
            // the connection is gone, and the lock with it
            warn("the lock ended with the connection");
        }
    }

    private void warn(String text) {
        events.accept(new MigrationEvent.Log("", "WARN", "dibs", text));
    }

    private ApplyReport applyAll() {
        for (PlannedSegment segment : plan.segments()) {
            long started = System.nanoTime();
            SegmentExecution execution = new SegmentExecution(session, cancellation, events, segment);
            events.accept(new MigrationEvent.Started(execution.name().version(), execution.name().name(), segment.number(),
                    plan.segments().size(), segment.transactional()));
            try {
                cancellation.check();
                run(segment, execution);
            } catch (MigrationFailure failure) {
                markStanding(segment, execution.standing());
                return ended(failure.problem());
            } catch (DibsException e) {
                return ended(e.problem());
            }
            mark(segment, State.APPLIED);
            events.accept(new MigrationEvent.Finished(execution.name().version(), execution.name().name(),
                    RunContext.millisSince(started)));
        }
        try {
            gate.requireAfter(session);
        } catch (DibsException e) {
            return ended(e.problem());
        }
        return report(ApplyReport.Outcome.DONE, Optional.empty());
    }

    private void run(PlannedSegment segment, SegmentExecution execution) throws MigrationFailure {
        try {
            execution.execute();
        } catch (MigrationFailure failure) {
            if (failure.outcome() == Outcome.LOST) {
                throw new MigrationFailure(rolledBack(failure), Outcome.ROLLED_BACK, failure);
            } else if (failure.outcome() == Outcome.LOST_IN_COMMIT) {
                resolve(segment, execution.committing(), failure);
            } else {
                throw failure;
            }
        }
    }

    /** Returns when the server says that the transaction is committed nevertheless. */
    private void resolve(PlannedSegment segment, OptionalLong xid, MigrationFailure failure) throws MigrationFailure {
        String status;
        try {
            if (xid.isEmpty()) {
                throw new IllegalStateException("a statement outside a transaction has no status");
            }
            boolean known = session.server().isKnown();
            session = Reconnection.after(session, options, cancellation, events);
            watch.process(session.backend());
            if (!known || !session.server().isKnown()) {
                throw new IllegalStateException("nobody can say that this is the same server");
            }
            RowIterator<Row> rows = session
                    .run("SELECT pg_catalog.pg_xact_status('" + xid.getAsLong() + "'::pg_catalog.xid8)").iterator();
            status = String.valueOf(rows.next().getString(0));
        } catch (RuntimeException e) {
            mark(segment, State.IN_DOUBT);
            throw new MigrationFailure(inDoubt(failure), Outcome.LOST_IN_COMMIT, e);
        }
        switch (status) {
            case "committed" -> events.accept(new MigrationEvent.Log("segment " + segment.number(), "WARN", "dibs",
                    "the connection was lost during the commit; the server says that it is done"));
            case "aborted" -> throw new MigrationFailure(rolledBack(failure), Outcome.ROLLED_BACK, failure);
            default -> {
                mark(segment, State.IN_DOUBT);
                throw new MigrationFailure(inDoubt(failure), Outcome.LOST_IN_COMMIT, failure);
            }
        }
    }

    private static Problem rolledBack(MigrationFailure failure) {
        return Problem.of("DIBS-0519", Category.CONNECTION,
                "the connection was lost, and the segment was rolled back with it: " + failure.problem().message())
                .remedy("See the server's log and the network; then make a new plan from what stands.");
    }

    private static Problem inDoubt(MigrationFailure failure) {
        return Problem.of("DIBS-0520", Category.IN_DOUBT,
                "the connection was lost, and nobody knows whether the segment stands: " + failure.problem().message())
                .remedy("When the server is back, make a new plan: it says what is left to do.");
    }

    private ApplyReport ended(Problem problem) {
        boolean cancelled = problem.category() == Category.INTERRUPTED;
        boolean begun = statements.stream().anyMatch(statement -> statement.state() == State.APPLIED);
        Problem told = problem.remedy().isEmpty() && begun && !cancelled
                ? problem.remedy("The segments before it stand: make a new plan for the rest.")
                : problem;
        return report(cancelled ? ApplyReport.Outcome.CANCELLED : ApplyReport.Outcome.FAILED, Optional.of(told));
    }

    /** Outside any transaction the statements before the one that failed stand, and those after it were not begun. */
    private void markStanding(PlannedSegment segment, int count) {
        int at = 0;
        for (int i = 0; i < statements.size() && !segment.transactional(); i++) {
            ApplyReport.Statement statement = statements.get(i);
            if (statement.segment() == segment.number()) {
                State state = at < count ? State.APPLIED : at > count ? State.UNAPPLIED : statement.state();
                statements.set(i, new ApplyReport.Statement(statement.segment(), statement.step(), statement.sql(), state));
                at++;
            }
        }
    }

    private void mark(PlannedSegment segment, State state) {
        statements.replaceAll(statement -> statement.segment() == segment.number()
                ? new ApplyReport.Statement(statement.segment(), statement.step(), statement.sql(), state)
                : statement);
    }

    private ApplyReport report(ApplyReport.Outcome outcome, Optional<Problem> problem) {
        return new ApplyReport(outcome, session.session().target().toString(), statements, problem, plan.warnings(),
                RunContext.millisSince(begin));
    }
}
