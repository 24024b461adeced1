package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.sqlclient.Row;

/** A runner on a database of its own, and what its runs told. */
final class RunnerFixture implements AutoCloseable {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

    final TestDatabase database;

    RunnerFixture(int major) {
        this.database = TestDatabase.of(major);
    }

    MigrationRunner runner() {
        return new MigrationRunner(TestDatabase.VERTX, database.url(), new HistoryTables("public"), Map.of());
    }

    List<MigrationEvent> run(MigrationInvoker... migrations) {
        return run(RunOptions.defaults(), migrations);
    }

    List<MigrationEvent> run(RunOptions options, MigrationInvoker... migrations) {
        return collect(start(options, migrations));
    }

    MigrationRun start(RunOptions options, MigrationInvoker... migrations) {
        return runner().start(Arrays.asList(migrations), options);
    }

    static List<MigrationEvent> collect(MigrationRun run) {
        return run.events().collect().asList().await().atMost(LONGEST_RUN);
    }

    static MigrationEvent.Summary summary(List<MigrationEvent> events) {
        return (MigrationEvent.Summary) events.get(events.size() - 1);
    }

    static MigrationEvent.Failed failure(List<MigrationEvent> events) {
        return only(events, MigrationEvent.Failed.class).get(0);
    }

    static <T extends MigrationEvent> List<T> only(List<MigrationEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static List<String> logs(List<MigrationEvent> events) {
        return only(events, MigrationEvent.Log.class).stream().map(MigrationEvent.Log::message).toList();
    }

    /** The rows of a query, each as text. */
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (Row row : database.run(sql)) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(String.valueOf(row.getValue(i)));
            }
            rows.add(String.join(" ", values));
        }
        return rows;
    }

    /** What the operations work on, with the code of these migrations. */
    OperationContext context(MigrationInvoker... migrations) {
        return new OperationContext(TestDatabase.VERTX, Optional.of(database.url()), Optional.empty(),
                Arrays.asList(migrations),
                new HistoryTables("public"), List.of());
    }

    List<String> history() {
        return rows("SELECT version, state FROM __dibs_migrations ORDER BY rank");
    }

    @Override
    public void close() {
        database.close();
    }
}
