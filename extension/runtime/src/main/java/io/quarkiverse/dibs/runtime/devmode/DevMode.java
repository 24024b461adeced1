package io.quarkiverse.dibs.runtime.devmode;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.dibs.runtime.DibsConfig;
import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;

/** Tells the session of dev mode when the application starts and stops. Never waits for a database when it starts. */
@Singleton
public class DevMode {

    private final Generation generation;

    DevMode(Vertx vertx, DibsIntent intent, DibsMigrations migrations, DibsConfig config, Config values,
            DevSettings settings) {
        generation = new Generation(Thread.currentThread().getContextClassLoader(), vertx, intent, migrations, config, values,
                settings);
    }

    /** Behind the application's own observers, which may migrate. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        DevSession.current().started(generation);
    }

    /** A migration that is under way comes to its end before its classes go. */
    void stop(@Observes ShutdownEvent event) {
        DevSession.current().stopping();
    }
}
