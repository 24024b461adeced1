package io.quarkiverse.dibs.postgres.fleet;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.run.Cancellation;
import io.quarkiverse.dibs.postgres.run.MigrationRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.postgres.run.Selection;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.core.Vertx;

/** Applies to each target what is pending there, as a run on that target alone would. */
final class MigrateTask implements TargetTask {

    private final Vertx vertx;
    private final List<MigrationInvoker> code;
    private final RunOptions options;
    private final KeptSessions sessions;
    private final Function<Target, MigrationRunner> runners;
    private final Set<Cancellation> active = ConcurrentHashMap.newKeySet();
    private final Map<Verdict, Selection> selections = Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile boolean cancelled;
    private volatile boolean finishing;

    MigrateTask(Vertx vertx, List<MigrationInvoker> code, RunOptions options, KeptSessions sessions,
            Function<Target, MigrationRunner> runners) {
        this.vertx = vertx;
        this.code = code;
        this.options = options;
        this.sessions = sessions;
        this.runners = runners;
    }

    @Override
    public Optional<FleetRow> seen(Target target, Verdict verdict, long millis) {
        Selection selection;
        try {
            selection = selection(verdict);
        } catch (DibsException refused) {
            return Optional.of(new FleetRow(target.name(), target.where(), FleetState.FAILED, verdict.newest(),
                    verdict.newest(), 0, verdict.pending(), millis, List.of(refused.problem()), List.of()));
        }
        return selection.migrations().isEmpty()
                ? Optional.of(new FleetRow(target.name(), target.where(), FleetState.UP_TO_DATE, verdict.newest(),
                        verdict.newest(), 0, selection.pending().size(), millis, List.of(), selection.warnings()))
                : Optional.empty();
    }

    /** The verdict on many targets is one object. */
    private Selection selection(Verdict verdict) {
        Selection known = selections.get(verdict);
        if (known == null) {
            known = Selection.ofRows(code, verdict.rows(), options);
            selections.put(verdict, known);
        }
        return known;
    }

    @Override
    public FleetRow run(Target target, Verdict before, Consumer<FleetEvent> events) {
        Cancellation cancellation = new Cancellation(vertx);
        active.add(cancellation);
        if (cancelled) {
            cancellation.request();
        }
        Seen seen = new Seen(target, events, cancellation);
        long begin = System.nanoTime();
        try {
            runners.apply(target).run(code, options, sessions.of(target.url()), cancellation, seen);
        } catch (DibsException e) {
            seen.problem = e.problem();
        } catch (RuntimeException | Error e) {
            seen.problem = Problem.of("DIBS-0699", Category.INTERNAL, "the runner failed: " + e);
        } finally {
            active.remove(cancellation);
        }
        return seen.row(before, (System.nanoTime() - begin) / 1_000_000);
    }

    @Override
    public FleetState unreadable() {
        return FleetState.FAILED;
    }

    @Override
    public Outcome success() {
        return options.dryRun() ? Outcome.DRY_RUN : Outcome.DONE;
    }

    @Override
    public void cancel() {
        cancelled = true;
        active.forEach(Cancellation::request);
    }

    @Override
    public void finish() {
        finishing = true;
    }

    /** What the run on one target told. */
    private final class Seen implements Consumer<MigrationEvent> {

        private final Target target;
        private final Consumer<FleetEvent> events;
        private final Cancellation cancellation;
        private MigrationEvent.Summary summary;
        private Problem problem;

        Seen(Target target, Consumer<FleetEvent> events, Cancellation cancellation) {
            this.target = target;
            this.events = events;
            this.cancellation = cancellation;
        }

        @Override
        public synchronized void accept(MigrationEvent event) {
            if (event instanceof MigrationEvent.Summary last) {
                summary = last;
                return;
            }
            if (event instanceof MigrationEvent.Failed failed) {
                problem = failed.problem();
            } else if (event instanceof MigrationEvent.Finished && finishing) {
                cancellation.request();
            }
            events.accept(new FleetEvent.Told(target.name(), event));
        }

        FleetRow row(Verdict before, long millis) {
            List<String> applied = summary == null ? List.of() : summary.applied();
            return new FleetRow(target.name(), target.where(), state(), before.newest(), before.newestWith(applied),
                    options.dryRun() && summary != null ? summary.tried().size() : applied.size(),
                    summary == null ? before.pending() : summary.pending().size(), millis,
                    problem == null ? List.of() : List.of(problem), summary == null ? List.of() : summary.warnings());
        }

        private FleetState state() {
            if (problem != null) {
                return problem.category() == Category.INTERRUPTED ? FleetState.CANCELLED : FleetState.FAILED;
            }
            return switch (summary.outcome()) {
                case CANCELLED -> FleetState.CANCELLED;
                case FAILED -> FleetState.FAILED;
                case DRY_RUN -> FleetState.TRIED;
                case DONE -> summary.applied().isEmpty() ? FleetState.UP_TO_DATE : FleetState.MIGRATED;
            };
        }
    }
}
