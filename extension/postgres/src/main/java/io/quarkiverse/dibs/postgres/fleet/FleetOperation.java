package io.quarkiverse.dibs.postgres.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.MigrationRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * The operations on many targets. Each reads which targets there are before it returns, and fails then if that cannot be read:
 * {@link DibsException} DIBS-0741 to DIBS-0746. What goes wrong with one target is that target's.
 */
public final class FleetOperation {

    private final OperationContext context;

    public FleetOperation(OperationContext context) {
        this.context = context;
    }

    /** Applies to each target what is pending there. */
    public FleetRun migrate(FleetRequest request, RunOptions options) {
        KeptSessions sessions = new KeptSessions(context.vertx(), request.parallel());
        return start(request, sessions,
                new MigrateTask(context.vertx(), context.migrations(), options, sessions, this::runner));
    }

    /** Says how each target stands. */
    public FleetRun status(FleetRequest request) {
        return start(request, new KeptSessions(context.vertx(), request.parallel()), new LookTask(Optional.empty()));
    }

    /** Says whether the history of each target fits the code. */
    public FleetRun validate(FleetRequest request, HistoryRules rules) {
        return start(request, new KeptSessions(context.vertx(), request.parallel()), new LookTask(Optional.of(rules)));
    }

    private FleetRun start(FleetRequest request, KeptSessions sessions, TargetTask task) {
        Targets targets = Targets.of(context.vertx(), request, context.url(), context.history());
        return FleetRun.start(new Fleet(targets, request, new Histories(context.migrations(), context.history()), sessions,
                task));
    }

    private MigrationRunner runner(Target target) {
        return new MigrationRunner(context.vertx(), target.url(), target.tables(context.history()),
                context.intent().map(intent -> sources(intent, target)).orElse(Map.of()));
    }

    /** What the entities declare in their default schema stands in the target's. */
    private static Map<ObjectId, Source> sources(Intent intent, Target target) {
        if (target.schema().isEmpty()) {
            return intent.sources();
        }
        Map<ObjectId, Source> moved = new TreeMap<>();
        intent.sources().forEach((id, source) -> moved.put(moved(id, intent.defaultSchema(), target.schema().get()), source));
        return moved;
    }

    private static ObjectId moved(ObjectId id, String from, String to) {
        ObjectId inPlace = id.parent() == null ? id : id.withParent(moved(id.parent(), from, to));
        return inPlace.schema().equals(from) ? inPlace.withSchema(to) : inPlace;
    }
}
