package io.quarkiverse.dibs.runtime.application;

import java.util.function.Consumer;

import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Gives the counts of migrations to the metrics of an application that has an extension for them, Micrometer's say. */
@Recorder
public class MetricsRecorder {

    public Consumer<MetricsFactory> counts() {
        return MigrationCounts::register;
    }
}
