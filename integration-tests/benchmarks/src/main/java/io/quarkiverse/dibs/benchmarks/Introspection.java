package io.quarkiverse.dibs.benchmarks;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.catalog.CatalogStatements;
import io.vertx.mutiny.core.Vertx;

/** Reading the catalog in a warm process and connection, against {@code psql} running the same queries in one process. */
final class Introspection {

    private static final int MAJOR = 15;

    private Introspection() {
    }

    static void run(Report report, int pairs) throws Exception {
        if (!Psql.isPresent("psql")) {
            report.skip("introspection", "there is no psql on the PATH");
            return;
        }
        Vertx vertx = Vertx.vertx();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(MAJOR).testSettings().start()) {
            Paired small = tables(report, vertx, server, 1_000, pairs, "< 1.5");
            Paired large = tables(report, vertx, server, 10_000, Math.max(3, pairs / 3), "< 1.5");
            report.line("introspection, 10,000 tables against 1,000", "%.0f ms".formatted(large.measuredMillis()),
                    "%.0f ms".formatted(small.measuredMillis()), large.measuredMillis() / small.measuredMillis(), "<= 11");
        } finally {
            vertx.close().await().indefinitely();
        }
    }

    private static Paired tables(Report report, Vertx vertx, EmbeddedPostgres server, int tables, int pairs, String wanted)
            throws Exception {
        String url = database(vertx, server, "tables_" + tables, Shape.sql(tables));
        try (PgSession session = PgSession.open(vertx, url, PgSession.READING)) {
            List<Long> namespaces = new ArrayList<>();
            session.run("SELECT oid::int8 FROM pg_namespace WHERE nspname = 'public'")
                    .forEach(row -> namespaces.add(row.getLong(0)));
            try (Psql psql = Psql.reading(url, CatalogStatements.of(MAJOR, namespaces))) {
                Paired paired = Paired.measure(tables > 1_000 ? 3 : 10, pairs, () -> CatalogReader.readNow(session, List.of()),
                        psql::run);
                report.line("introspection of %,d tables against psql, same queries".formatted(tables), paired, wanted);
                return paired;
            }
        }
    }

    /** A database of that name with the statements run in it, analyzed. */
    static String database(Vertx vertx, EmbeddedPostgres server, String name, List<String> statements) {
        try (PgSession admin = PgSession.open(vertx, server.url(), PgSession.ONE_BY_ONE)) {
            admin.run("CREATE DATABASE " + name);
        }
        try (PgSession session = PgSession.open(vertx, server.url(name), PgSession.ONE_BY_ONE)) {
            statements.forEach(session::run);
            session.run("VACUUM ANALYZE");
        }
        return server.url(name);
    }
}
