package io.quarkiverse.dibs.runtime.application;

import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.operation.CheckOperation;
import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.MigrateOperation;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.postgres.run.MigrationRun;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.runtime.DatabaseUrl;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkiverse.dibs.runtime.RunDefaults;
import io.vertx.mutiny.core.Vertx;

/**
 * The operations of dibs for the code of an application: inject it. Each call has a connection of its own, waits for its answer
 * and must not be made on an event loop. A call fails with a {@link DibsException} that says what, where and what to do.
 */
@Singleton
public class Dibs {

    private final Vertx vertx;
    private final DibsIntent intent;
    private final DibsMigrations migrations;
    private final DibsConfig config;
    private final Config values;
    private final Instance<RunTracing> tracing;

    Dibs(Vertx vertx, DibsIntent intent, DibsMigrations migrations, DibsConfig config, Config values,
            Instance<RunTracing> tracing) {
        this.tracing = tracing;
        this.vertx = vertx;
        this.intent = intent;
        this.migrations = migrations;
        this.config = config;
        this.values = values;
    }

    /** Where each migration stands. */
    public StatusReport status() {
        return new StatusOperation(context()).run();
    }

    /** What differs between the database and the entities, and the steps that would change it. */
    public DiffReport diff() {
        return new DiffOperation(context()).run(DiffRequest.standard());
    }

    /** Whether the database is what the entities say and no migration waits. */
    public CheckReport check() {
        return new CheckOperation(context()).run(DiffRequest.standard(), false);
    }

    /**
     * Applies the pending migrations, as {@code dibs migrate} does.
     *
     * @param events hears of everything as it happens
     * @return what was applied
     * @throws DibsException when a migration failed, or the run could not begin
     */
    public MigrationEvent.Summary migrate(Consumer<? super MigrationEvent> events) {
        Problem[] failure = new Problem[1];
        MigrationEvent.Summary[] summary = new MigrationEvent.Summary[1];
        List<Consumer<MigrationEvent>> traces = tracing.stream().map(RunTracing::begin).toList();
        startMigrate().events().subscribe().asStream().forEach(event -> {
            traces.forEach(trace -> trace.accept(event));
            if (event instanceof MigrationEvent.Failed failed) {
                failure[0] = failed.problem();
            } else if (event instanceof MigrationEvent.Summary last) {
                summary[0] = last;
            }
            MigrationCounts.count(event);
            events.accept(event);
        });
        if (failure[0] != null) {
            throw new DibsException(failure[0]);
        }
        return summary[0];
    }

    /** Begins to apply the pending migrations and returns at once: for code that follows or cancels a run by itself. */
    public MigrationRun startMigrate() {
        return new MigrateOperation(context()).start(options());
    }

    private RunOptions options() {
        return RunDefaults.of(config, values.getOptionalValue("quarkus.application.version", String.class).orElse(""));
    }

    private OperationContext context() {
        return OperationContext.ofModule(vertx, DatabaseUrl.find(null, System.getenv(), config, values), intent.get(),
                migrations.all(), config.schemas(), config.metadataSchema());
    }
}
