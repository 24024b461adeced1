package io.quarkiverse.dibs.postgres.run;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.Provenance;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** What all migrations of one run share. */
record RunContext(MigrationHistory history, Provenance provenance, MigrationHistory.Run run, Cancellation cancellation,
        Consumer<? super MigrationEvent> events) {

    static RunContext of(HistoryTables tables, Map<ObjectId, Source> sources, MigrationHistory.Run run,
            Cancellation cancellation, Consumer<? super MigrationEvent> events) {
        return new RunContext(new MigrationHistory(tables), new Provenance(tables, sources), run, cancellation, events);
    }

    void log(MigrationInvoker migration, String level, String message) {
        events.accept(new MigrationEvent.Log(migration.version(), level, "dibs", message));
    }

    static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
