package io.quarkiverse.dibs.postgres.operation;

import java.util.Map;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.run.MigrationRun;
import io.quarkiverse.dibs.postgres.run.MigrationRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.schema.ObjectId;

/** Begins a run of the pending migrations; what happens comes as a stream of events. */
public final class MigrateOperation {

    private final OperationContext context;

    public MigrateOperation(OperationContext context) {
        this.context = context;
    }

    public MigrationRun start(RunOptions options) {
        Map<ObjectId, Intent.Source> sources = context.intent().<Map<ObjectId, Intent.Source>> map(Intent::sources)
                .orElse(Map.of());
        return new MigrationRunner(context.vertx(), context.requireUrl(), context.history(), sources)
                .start(context.migrations(), options);
    }
}
