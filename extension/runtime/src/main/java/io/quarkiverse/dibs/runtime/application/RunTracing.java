package io.quarkiverse.dibs.runtime.application;

import java.util.function.Consumer;

import io.quarkiverse.dibs.report.MigrationEvent;

/** Follows runs of migrations for a tool that shows what an application does. */
public interface RunTracing {

    /** A run begins; what is returned hears of everything that happens in it, on one thread, the summary last. */
    Consumer<MigrationEvent> begin();
}
