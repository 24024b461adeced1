package io.quarkiverse.dibs.it;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;

/** Runs SQL beside the command, to prepare a database and to see what became of it. */
final class Sql {

    private static final Vertx VERTX = Vertx.vertx();

    private Sql() {
    }

    static void run(String url, String... statements) {
        try (PgSession session = PgSession.open(VERTX, url, PgSession.ONE_BY_ONE)) {
            for (String statement : statements) {
                session.run(statement);
            }
        }
    }

    /** The first column of the answer, as texts. */
    static List<String> list(String url, String query) {
        try (PgSession session = PgSession.open(VERTX, url, PgSession.ONE_BY_ONE)) {
            List<String> values = new ArrayList<>();
            for (Row row : session.run(query)) {
                values.add(String.valueOf(row.getValue(0)));
            }
            return values;
        }
    }

    static String one(String url, String query) {
        return list(url, query).get(0);
    }
}
