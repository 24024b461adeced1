package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.planfile.PlannedSegment;
import io.quarkiverse.dibs.planfile.PlannedStep;
import io.quarkiverse.dibs.postgres.run.MigrationFailure.Outcome;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Transaction;

/**
 * Runs one segment of a plan: all of it in one transaction, tried again from its start while others are in the way, or one step
 * outside any. Unlike a migration it leaves no trace in the history.
 */
final class SegmentExecution {

    private final RunnerSession session;
    private final Cancellation cancellation;
    private final Consumer<? super MigrationEvent> events;
    private final PlannedSegment segment;
    private final Name name;
    private OptionalLong committing = OptionalLong.empty();
    private int standing;

    SegmentExecution(RunnerSession session, Cancellation cancellation, Consumer<? super MigrationEvent> events,
            PlannedSegment segment) {
        this.session = session;
        this.cancellation = cancellation;
        this.events = events;
        this.segment = segment;
        this.name = new Name(segment);
    }

    /** A segment as events and messages call it. */
    record Name(PlannedSegment segment) implements MigrationInvoker {

        @Override
        public String version() {
            return "segment " + segment.number();
        }

        @Override
        public String name() {
            return "of the plan";
        }

        @Override
        public String className() {
            return "segment " + segment.number() + " of the plan";
        }

        @Override
        public boolean transactional() {
            return segment.transactional();
        }

        @Override
        public boolean reactive() {
            return false;
        }

        @Override
        public String checksum() {
            return "";
        }

        @Override
        public Uni<?> invoke(MigrationContext db) {
            throw new IllegalStateException("a segment has no code");
        }
    }

    MigrationInvoker name() {
        return name;
    }

    /** The transaction whose commit the server was asked for last. */
    OptionalLong committing() {
        return committing;
    }

    /** How many statements stand by themselves, outside any transaction. */
    int standing() {
        return standing;
    }

    void execute() throws MigrationFailure {
        if (!segment.transactional()) {
            outside();
            return;
        }
        Backoff backoff = new Backoff(cancellation, this::warn);
        for (int attempts = 1;; attempts++) {
            try {
                attempt(backoff);
                return;
            } catch (MigrationFailure failure) {
                Optional<StatementException> statement = StatementException.in(failure.getCause());
                if (failure.outcome() != Outcome.ROLLED_BACK || statement.isEmpty()
                        || !backoff.goesOn(attempts, statement.get())) {
                    throw failure;
                }
                pause(backoff, attempts, statement.get());
            }
        }
    }

    private void pause(Backoff backoff, int attempts, StatementException failure) throws MigrationFailure {
        try {
            backoff.pause(attempts, failure);
        } catch (RuntimeException cancelled) {
            throw new MigrationFailure(Cancellation.exception().problem(), Outcome.ROLLED_BACK, cancelled);
        }
    }

    private void attempt(Backoff backoff) throws MigrationFailure {
        StatementChannel channel = channel(backoff, Optional.empty());
        Transaction transaction;
        try {
            transaction = session.await(session.connection().begin());
        } catch (RuntimeException e) {
            throw failure(e, channel, Outcome.LOST);
        }
        long xid;
        try {
            xid = session.prepareTransaction();
            boolean unhurried = false;
            for (PlannedStep step : segment.steps()) {
                if (step.isLong() != unhurried) {
                    unhurried = step.isLong();
                    session.giveTime(unhurried);
                }
                send(step, channel);
            }
        } catch (RuntimeException e) {
            MigrationFailure failure = failure(e, channel, Outcome.LOST);
            if (failure.outcome() == Outcome.ROLLED_BACK) {
                rollBack(transaction);
            }
            throw failure;
        }
        committing = OptionalLong.of(xid);
        try {
            // never a plain COMMIT: for a transaction that has failed the server answers that with success
            session.await(transaction.commit());
        } catch (RuntimeException e) {
            throw failure(e, channel, Outcome.LOST_IN_COMMIT);
        }
    }

    private void outside() throws MigrationFailure {
        StatementChannel channel = null;
        try {
            session.configure(true);
            StandingStatements standing = StandingStatements.ofPlan(session.snapshotXid());
            channel = channel(new Backoff(cancellation, this::warn, session.lookout()::rests), Optional.of(standing));
            for (PlannedStep step : segment.steps()) {
                send(step, channel);
            }
        } catch (RuntimeException e) {
            throw failure(e, channel, channel != null && channel.inFlight().isPresent() ? Outcome.LOST_IN_COMMIT
                    : Outcome.LOST);
        }
        session.configure(false);
    }

    private void send(PlannedStep step, StatementChannel channel) {
        for (String sql : step.line().statements()) {
            channel.send(sql, null, true, Optional.of("step " + step.line().number() + " of the plan")).await()
                    .indefinitely();
            standing += segment.transactional() ? 0 : 1;
        }
    }

    private StatementChannel channel(Backoff backoff, Optional<StandingStatements> standing) {
        return new StatementChannel(session, name, events, cancellation, backoff, standing,
                new MigrationThreads());
    }

    private MigrationFailure failure(Throwable thrown, StatementChannel channel, Outcome whenLost) {
        boolean lost = session.isLost(thrown);
        // a commit whose answer is lost may stand, whoever wanted an end of the run
        if (cancellation.isRequested() && !(lost && whenLost == Outcome.LOST_IN_COMMIT)) {
            return new MigrationFailure(Cancellation.exception().problem(), Outcome.ROLLED_BACK, thrown);
        }
        Problem problem = MigrationFailure.describe(thrown, name,
                Optional.ofNullable(channel).flatMap(StatementChannel::lastFailure));
        return new MigrationFailure(problem, lost ? whenLost : Outcome.ROLLED_BACK, thrown);
    }

    private void rollBack(Transaction transaction) {
        try {
            session.await(transaction.rollback());
        } catch (RuntimeException e) {
            // the server has rolled back already, or the connection is gone and it is about to
            warn("rollback: " + e.getMessage());
        }
    }

    private void warn(String text) {
        events.accept(new MigrationEvent.Log(name.version(), "WARN", "dibs", text));
    }
}
