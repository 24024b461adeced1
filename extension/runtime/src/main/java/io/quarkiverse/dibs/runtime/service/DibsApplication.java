package io.quarkiverse.dibs.runtime.service;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.runtime.DatabaseUrl;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkiverse.dibs.runtime.command.Console;
import io.quarkiverse.dibs.runtime.command.DirectCommands;
import io.quarkus.runtime.QuarkusApplication;
import io.vertx.mutiny.core.Vertx;

/** A db module at work: hands its arguments to the commands, with the entities and migrations that the build found. */
@Singleton
public class DibsApplication implements QuarkusApplication {

    private final Vertx vertx;
    private final DibsIntent intent;
    private final DibsMigrations migrations;
    private final DibsConfig config;
    private final Config values;
    private final ActiveRuns runs;

    DibsApplication(Vertx vertx, DibsIntent intent, DibsMigrations migrations, DibsConfig config, Config values,
            ActiveRuns runs) {
        this.vertx = vertx;
        this.intent = intent;
        this.migrations = migrations;
        this.config = config;
        this.values = values;
        this.runs = runs;
    }

    @Override
    public int run(String... arguments) {
        Module module = new Module(value("quarkus.application.name", "the db module"), value("quarkus.application.version", ""),
                config, vertx, runs, this::context);
        return new DirectCommands(module, Console.standard()).run(arguments);
    }

    /** Everything is looked up only now, so that {@code --help} and {@code --version} read nothing. */
    private OperationContext context(String urlFlag) {
        return OperationContext.ofModule(vertx, DatabaseUrl.find(urlFlag, System.getenv(), config, values), intent.get(),
                migrations.all(), config.schemas(), config.metadataSchema());
    }

    private String value(String name, String otherwise) {
        return values.getOptionalValue(name, String.class).orElse(otherwise);
    }
}
