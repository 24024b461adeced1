package io.quarkiverse.dibs.postgres.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/**
 * Measures reading a catalog of many tables against {@code psql} running the same queries, in one run on one machine. Prints
 * milliseconds and the ratio. Arguments: number of tables, major version, number of rounds.
 */
public final class CatalogBenchmark {

    private CatalogBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int tables = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int major = args.length > 1 ? Integer.parseInt(args[1]) : 18;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        Vertx vertx = Vertx.vertx();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(major).temporary().testSettings().start();
                PgSession session = PgSession.open(vertx, server.url(), PgSession.READING)) {
            create(session, tables);
            Path script = script(session, major);
            long[] psql = new long[rounds];
            long[] reader = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                psql[i] = psql(server.url(), script);
                long start = System.nanoTime();
                CatalogSnapshot snapshot = CatalogReader.readNow(session, List.of());
                reader[i] = System.nanoTime() - start;
                if (i == 0) {
                    System.out.printf("%d objects, first read in this JVM %d ms%n", snapshot.schema().objects().size(),
                            reader[0] / 1_000_000);
                }
            }
            long best = best(reader);
            System.out.printf(
                    "%d tables, Postgres %d: psql %d ms, reader %d ms (best of %d), ratio %.2f, first read ratio %.2f%n",
                    tables, major, best(psql) / 1_000_000, best / 1_000_000, rounds, (double) best / best(psql),
                    (double) reader[0] / best(psql));
            if (args.length > 3) {
                each(session, major);
            }
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static long best(long[] times) {
        return java.util.Arrays.stream(times).min().orElseThrow();
    }

    private static void create(PgSession session, int tables) {
        session.run("CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
        session.run("DO $$ BEGIN FOR i IN 1.." + tables + " LOOP EXECUTE format('CREATE TABLE table_%s (id bigint PRIMARY KEY, "
                + "parent_id bigint NOT NULL REFERENCES parent, a text NOT NULL, b text DEFAULT %L, c integer DEFAULT 0, "
                + "d timestamptz DEFAULT now(), e numeric(10,2), f boolean, g jsonb, h uuid)', i, 'x'); "
                + "EXECUTE format('CREATE INDEX ON table_%s (a)', i); EXECUTE format('CREATE INDEX ON table_%s (parent_id, c)', i); "
                + "IF i % 500 = 0 THEN COMMIT; END IF; END LOOP; END $$");
        session.run("ANALYZE");
    }

    private static Path script(PgSession session, int major) throws IOException {
        StringBuilder sql = new StringBuilder(
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\nSET LOCAL search_path = '';\n");
        for (CatalogQuery query : CatalogQuery.values()) {
            sql.append(text(session, query, major)).append(";\n");
        }
        return Files.writeString(Files.createTempFile("catalog", ".sql"), sql.append("ROLLBACK;\n"));
    }

    private static String text(PgSession session, CatalogQuery query, int major) {
        long schema = session.run("SELECT 'public'::regnamespace::oid::int8").iterator().next().getLong(0);
        return query.sql(major).replace("$1::int8[]", "'{" + schema + "}'::int8[]");
    }

    private static long psql(String url, Path script) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
        return System.nanoTime() - start;
    }

    private static void each(PgSession session, int major) {
        for (CatalogQuery query : CatalogQuery.values()) {
            String sql = text(session, query, major);
            session.run(sql);
            long start = System.nanoTime();
            int rows = session.run(sql).size();
            System.out.printf("%8.2f ms %7d rows %s%n", (System.nanoTime() - start) / 1e6, rows, query);
        }
    }
}
