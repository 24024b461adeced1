package io.quarkiverse.dibs.postgres.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.vertx.mutiny.sqlclient.Row;

/** A database with schemas for tenants, and what runs on them told. */
final class FleetFixture implements AutoCloseable {

    static final String TENANTS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant%' ORDER BY 1";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    final TestDatabase database;

    FleetFixture(int major) {
        this.database = TestDatabase.of(major);
    }

    FleetFixture withTenants(int count) {
        database.run(IntStream.rangeClosed(1, count).mapToObj(i -> "CREATE SCHEMA tenant_" + i)
                .collect(Collectors.joining(";")));
        return this;
    }

    FleetOperation operation(MigrationInvoker... code) {
        return new FleetOperation(new OperationContext(TestDatabase.VERTX, Optional.of(database.url()), Optional.empty(),
                Arrays.asList(code), new HistoryTables("public"), List.of()));
    }

    FleetRows migrate(FleetRequest request, MigrationInvoker... code) {
        return migrate(request, RunOptions.defaults(), code);
    }

    FleetRows migrate(FleetRequest request, RunOptions options, MigrationInvoker... code) {
        return collect(operation(code).migrate(request, options));
    }

    static FleetRows collect(FleetRun run) {
        return rows(run.events().collect().asList().await().atMost(LONGEST));
    }

    static FleetRows rows(List<FleetEvent> events) {
        FleetRows rows = new FleetRows();
        events.forEach(rows);
        return rows;
    }

    /** {@code tenant_1 MIGRATED none 2}, sorted. */
    static List<String> told(FleetRows rows) {
        return rows.rows().stream().map(row -> row.target() + " " + row.state() + " " + row.from().orElse("none") + " "
                + row.to().orElse("none")).sorted().toList();
    }

    static FleetRow row(FleetRows rows, String target) {
        return rows.rows().stream().filter(row -> row.target().equals(target)).findFirst().orElseThrow();
    }

    /** The rows of a query, each as text. */
    List<String> query(String sql) {
        List<String> rows = new ArrayList<>();
        for (Row row : database.run(sql)) {
            rows.add(IntStream.range(0, row.size()).mapToObj(i -> String.valueOf(row.getValue(i)))
                    .collect(Collectors.joining(" ")));
        }
        return rows;
    }

    @Override
    public void close() {
        database.close();
    }
}
