package io.quarkiverse.dibs.runtime.application;

import java.util.concurrent.atomic.LongAdder;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkus.runtime.metrics.MetricsFactory;

/** What the migrations of this application came to since it started, for its metrics. */
final class MigrationCounts {

    private static final LongAdder APPLIED = new LongAdder();
    private static final LongAdder FAILED = new LongAdder();
    private static final LongAdder MILLIS = new LongAdder();

    private MigrationCounts() {
    }

    static void count(MigrationEvent event) {
        if (event instanceof MigrationEvent.Finished finished) {
            APPLIED.increment();
            MILLIS.add(finished.durationMillis());
        } else if (event instanceof MigrationEvent.Failed) {
            FAILED.increment();
        }
    }

    static void register(MetricsFactory factory) {
        factory.builder("dibs.migrations.applied").description("Migrations applied by this process").buildCounter(APPLIED::sum);
        factory.builder("dibs.migrations.failed").description("Migrations that failed in this process")
                .buildCounter(FAILED::sum);
        factory.builder("dibs.migrations.time").description("Time that applied migrations took").unit("ms")
                .buildCounter(MILLIS::sum);
    }
}
