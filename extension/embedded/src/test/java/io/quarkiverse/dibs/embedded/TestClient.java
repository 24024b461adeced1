package io.quarkiverse.dibs.embedded;

import java.util.List;
import java.util.stream.StreamSupport;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;

/** Talks to a server through the real client. */
final class TestClient {

    private static final Vertx VERTX = Vertx.vertx();

    interface Work<T> {
        T in(PgConnection session) throws Exception;
    }

    private TestClient() {
    }

    /** The first column of the rows, as text. */
    static List<String> query(String url, String sql) {
        try {
            return session(url, session -> {
                var rows = session.query(sql).execute().await().indefinitely();
                return StreamSupport.stream(rows.spliterator(), false).map(row -> String.valueOf(row.getValue(0))).toList();
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static <T> T session(String url, Work<T> work) throws Exception {
        PgConnection session = PgConnection.connect(VERTX, PgConnectOptions.fromUri(url)).await().indefinitely();
        try {
            return work.in(session);
        } finally {
            session.close().await().indefinitely();
        }
    }
}
