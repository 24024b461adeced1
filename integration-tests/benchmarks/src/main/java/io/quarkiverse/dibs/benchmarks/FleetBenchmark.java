package io.quarkiverse.dibs.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * A run on 1,000 schemas in which nothing is to be done, against 1,000 SELECTs over the same number of connections. Both open
 * their connections and close them, and both ask first for the names of the schemas.
 */
final class FleetBenchmark {

    private static final int MAJOR = 15;
    private static final int SCHEMAS = 1_000;
    private static final int MIGRATIONS = 20;
    private static final int CONNECTIONS = 8;
    private static final String TENANTS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant%'";

    private FleetBenchmark() {
    }

    static void run(Report report, int pairs) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(MAJOR).testSettings().start()) {
            List<String> schemas = IntStream.rangeClosed(1, SCHEMAS).mapToObj(i -> "CREATE SCHEMA tenant_" + i).toList();
            String url = Introspection.database(vertx, server, "fleet", schemas);
            List<MigrationInvoker> code = IntStream.rangeClosed(1, MIGRATIONS).<MigrationInvoker> mapToObj(Empty::new).toList();
            FleetOperation operation = new FleetOperation(new OperationContext(vertx, Optional.of(url), Optional.empty(), code,
                    new HistoryTables("public"), List.of()));
            FleetRequest request = FleetRequest.ofQuery(TENANTS).withParallel(CONNECTIONS);
            double first = Paired.millis(() -> migrate(operation, request, FleetState.MIGRATED));
            report.alone("%,d schemas with %d migrations to apply in each, one of them a table".formatted(SCHEMAS, MIGRATIONS),
                    first, "");
            try (PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
                session.run("VACUUM ANALYZE");
            }
            report.line("%,d schemas with nothing to do, against as many SELECT 1".formatted(SCHEMAS),
                    Paired.measure(20, pairs, () -> migrate(operation, request, FleetState.UP_TO_DATE),
                            () -> selects(vertx, url, "SELECT 1")),
                    "< 2");
            report.line("the same, against as many SELECTs of the newest version of each history",
                    Paired.measure(5, pairs, () -> migrate(operation, request, FleetState.UP_TO_DATE),
                            () -> selects(vertx, url, "SELECT max(rank) FROM %s.__dibs_migrations")),
                    "< 2");
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static FleetRows migrate(FleetOperation operation, FleetRequest request, FleetState expected) {
        FleetRows rows = new FleetRows();
        operation.migrate(request, RunOptions.defaults()).events().subscribe().asStream().forEach(rows);
        if (rows.summary().counts().getOrDefault(expected, 0) != SCHEMAS) {
            throw new IllegalStateException("not all are " + expected.label() + ": " + rows.summary().counts());
        }
        return rows;
    }

    /** One after the other over each connection, as a program would do it that asks every schema something. */
    private static Void selects(Vertx vertx, String url, String sql) throws InterruptedException {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        try (PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
            session.run(TENANTS).forEach(row -> names.add(row.getString(0)));
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                try (PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
                    for (String name = names.poll(); name != null; name = names.poll()) {
                        session.run(sql.formatted(name));
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return null;
    }

    /** A migration that does nothing; the first makes a table. */
    private record Empty(String version, String name, String className, boolean transactional, String checksum,
            boolean reactive) implements MigrationInvoker {

        Empty(int number) {
            this("202601010000" + (10 + number), "Step" + number, "org.acme.Step" + number, true,
                    "sha256:" + "0".repeat(60) + number,
                    false);
        }

        @Override
        public Uni<?> invoke(MigrationContext db) {
            if (version.endsWith("11")) {
                db.execute("CREATE TABLE users (id bigint PRIMARY KEY, name text, email text UNIQUE)");
            }
            return null;
        }
    }
}
