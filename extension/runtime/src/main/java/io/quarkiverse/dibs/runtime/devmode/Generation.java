package io.quarkiverse.dibs.runtime.devmode;

import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.runtime.DatabaseUrl;
import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkiverse.dibs.runtime.service.ActiveRuns;
import io.quarkiverse.dibs.runtime.service.Module;
import io.vertx.mutiny.core.Vertx;

/** The application between two reloads: its entities, its migrations, its settings and the loader of its classes. */
record Generation(ClassLoader loader, Vertx vertx, DibsIntent intent, DibsMigrations migrations, DibsConfig config,
        Config values, DevSettings settings) {

    OperationContext context() {
        return OperationContext.ofModule(vertx, url(), intent.get(), migrations.all(), config.schemas(),
                config.metadataSchema());
    }

    /**
     * For whoever calls from another process. The database is the application's, whatever he says.
     *
     * @param before every operation, except those on a run that is under way
     */
    Module module(ActiveRuns runs, Runnable before) {
        return new Module(value("quarkus.application.name", "the application"), version(), config, vertx, runs, ignored -> {
            before.run();
            return context();
        });
    }

    String version() {
        return value("quarkus.application.version", "");
    }

    /** Changes with the entities, the migrations and the database, and with nothing else. */
    String fingerprint() {
        return settings.fingerprint() + " " + url().orElse("");
    }

    private Optional<String> url() {
        return DatabaseUrl.ofApplication(System.getenv(), config, values);
    }

    String value(String name, String otherwise) {
        return values.getOptionalValue(name, String.class).orElse(otherwise);
    }
}
