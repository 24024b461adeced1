package io.quarkiverse.dibs.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.dibs.Backfill;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.MigrationRunner;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * What the runner adds to the migrations themselves: 1,000 that do nothing, and a backfill, each against {@code psql} with the
 * same transactions. The runs of dibs open their connection, psql's is open already.
 */
final class RunnerBenchmark {

    private static final int MAJOR = 15;
    private static final int MIGRATIONS = 1_000;
    /** Five million say the same of each batch, in five times the time. */
    private static final int ROWS = Integer.getInteger("dibs.benchmark.rows", 1_000_000);

    private RunnerBenchmark() {
    }

    static void run(Report report, int pairs) throws Exception {
        if (!Psql.isPresent("psql")) {
            report.skip("runner", "there is no psql on the PATH");
            return;
        }
        Vertx vertx = Vertx.vertx();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(MAJOR).testSettings().start()) {
            String url = Introspection.database(vertx, server, "runs", List.of());
            try (PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE)) {
                empty(report, vertx, url, session, pairs);
                backfill(report, vertx, url, session, Math.max(3, pairs / 3));
            }
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static void empty(Report report, Vertx vertx, String url, PgSession session, int pairs) throws Exception {
        List<MigrationInvoker> code = IntStream.rangeClosed(1, MIGRATIONS)
                .<MigrationInvoker> mapToObj(number -> new Step(String.valueOf(number), true, db -> {
                })).toList();
        migrate(vertx, url, code);
        String again = "TRUNCATE __dibs_migrations, __dibs_log;\n";
        String script = again + IntStream.rangeClosed(1, MIGRATIONS).mapToObj(RunnerBenchmark::asSql)
                .collect(Collectors.joining());
        try (Psql psql = new Psql(url, script)) {
            Paired paired = Paired.measure(3, pairs, () -> {
                session.run(again);
                return migrate(vertx, url, code);
            }, psql::run);
            report.line("%,d empty migrations against psql, same transactions".formatted(MIGRATIONS), paired, "< 1.5");
        }
    }

    /** What a run does for a migration that does nothing: it looks whether it still is the only one, and writes the history. */
    private static String asSql(int number) {
        return """
                BEGIN;
                SELECT pg_catalog.pg_current_xact_id()::text::bigint, EXISTS (SELECT FROM pg_catalog.pg_locks l
                    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid::bigint = 1304273498
                    AND l.objid::bigint = 2566822405 AND l.database = (SELECT oid FROM pg_catalog.pg_database
                    WHERE datname = pg_catalog.current_database()) AND l.pid = pg_catalog.pg_backend_pid());
                WITH written AS (INSERT INTO __dibs_migrations (version, name, checksum, state, transactional,
                    applied_statements, total, started_at, finished_at, duration_ms, run_id, dibs_version, app_version, txid,
                    start_xid, statement_xid)
                SELECT '%d', 'Empty', repeat('0', 64), 'applied', true, 0, 0, now(), clock_timestamp(), 1,
                    'a4dc9db6-6c83-4a3e-9d6f-3c3a4f0e5d0a', '1', '1', 1, 1, 1
                WHERE pg_current_xact_id_if_assigned() IS NOT NULL
                ON CONFLICT (version) DO UPDATE SET (name, checksum, state) = (excluded.name, excluded.checksum, excluded.state)
                RETURNING *)
                INSERT INTO __dibs_log (action, version, name, checksum, started_at, duration_ms, run_id, dibs_version,
                    app_version, db_user, note)
                SELECT state, version, name, checksum, started_at, duration_ms, run_id, dibs_version, app_version, db_user, error
                FROM written;
                COMMIT;
                """
                .formatted(number);
    }

    private static void backfill(Report report, Vertx vertx, String url, PgSession session, int pairs) throws Exception {
        List<MigrationInvoker> code = List.of(new Step("1", false, db -> db.backfill("fill").over("filled", "id")
                .run("UPDATE filled SET v = id * 2 WHERE id > :after AND id <= :upTo")));
        String script = batches();
        double[] ratios = new double[pairs];
        double[] dibs = new double[pairs];
        double[] floor = new double[pairs];
        try (Psql psql = new Psql(url, script)) {
            for (int i = 0; i < pairs; i++) {
                for (boolean measured : i % 2 == 0 ? new boolean[] { true, false } : new boolean[] { false, true }) {
                    // each finds the same fresh table, whose making is not measured
                    seed(session);
                    if (measured) {
                        dibs[i] = Paired.millis(() -> migrate(vertx, url, code));
                    } else {
                        floor[i] = Paired.millis(psql::run);
                    }
                    if (session.run("SELECT count(*) FROM filled WHERE v = id * 2").iterator().next().getLong(0) != ROWS) {
                        throw new IllegalStateException("not every row was changed");
                    }
                }
                // of the speed, not of the time
                ratios[i] = floor[i] / dibs[i];
            }
        }
        report.line("speed of a backfill of %,d rows against psql, same batches".formatted(ROWS),
                new Paired(Paired.median(dibs), Paired.median(floor), Paired.median(ratios), pairs), "> 0.9");
    }

    private static void seed(PgSession session) {
        session.run("DROP TABLE IF EXISTS filled");
        session.run("TRUNCATE __dibs_migrations, __dibs_log, __dibs_backfills");
        session.run("DROP TABLE IF EXISTS filling");
        session.run("CREATE TABLE filling AS SELECT NULL::text AS checkpoint, 0 AS batches, 0 AS seen");
        session.run("CREATE TABLE filled (id bigint PRIMARY KEY, v bigint)");
        session.run("INSERT INTO filled SELECT i * 3 FROM generate_series(1, " + ROWS + ") i");
        session.run("VACUUM ANALYZE filled");
        session.run("CHECKPOINT");
    }

    /** The loop that a careful person writes: where the batch ends, the batch, the checkpoint. */
    private static String batches() {
        String bound = "SELECT max(id) AS upto, count(*) AS seen FROM (SELECT id FROM filled %s ORDER BY id LIMIT "
                + Backfill.DEFAULT_BATCH + ") batch \\gset\n";
        StringBuilder script = new StringBuilder("\\set after 0\n");
        for (int i = 0; i < (ROWS + Backfill.DEFAULT_BATCH - 1) / Backfill.DEFAULT_BATCH; i++) {
            script.append("BEGIN;\n").append(bound.formatted("WHERE id > :after"))
                    .append("UPDATE filled SET v = id * 2 WHERE id > :after AND id <= :upto;\n")
                    .append("UPDATE filling SET checkpoint = :upto, batches = batches + 1, seen = seen + :seen;\n")
                    .append("COMMIT;\n\\set after :upto\n");
        }
        return script.toString();
    }

    private static MigrationEvent migrate(Vertx vertx, String url, List<MigrationInvoker> code) {
        MigrationEvent last = new MigrationRunner(vertx, url, new HistoryTables("public"), Map.of())
                .start(code, RunOptions.defaults()).events().collect().last().await().indefinitely();
        if (!(last instanceof MigrationEvent.Summary summary) || summary.applied().size() != code.size()) {
            throw new IllegalStateException(last.toString());
        }
        return last;
    }

    /** A migration. */
    private record Step(String version, boolean transactional, Consumer<MigrationContext> body) implements MigrationInvoker {

        @Override
        public String name() {
            return "Step";
        }

        @Override
        public String className() {
            return "Step" + version;
        }

        @Override
        public boolean reactive() {
            return false;
        }

        @Override
        public String checksum() {
            return "0".repeat(64);
        }

        @Override
        public Uni<?> invoke(MigrationContext db) {
            body.accept(db);
            return null;
        }
    }
}
