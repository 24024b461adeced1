package io.quarkiverse.dibs.embedded;

import java.util.List;
import java.util.stream.StreamSupport;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;

/** Runs single statements on a server through the real client. */
final class TestClient {

    private TestClient() {
    }

    /** The first column of the rows, as text. */
    static List<String> query(String url, String sql) {
        Vertx vertx = Vertx.vertx();
        try {
            PgConnection connection = PgConnection.connect(vertx, PgConnectOptions.fromUri(url)).await().indefinitely();
            var rows = connection.query(sql).execute().await().indefinitely();
            List<String> values = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> String.valueOf(row.getValue(0))).toList();
            connection.close().await().indefinitely();
            return values;
        } finally {
            vertx.close().await().indefinitely();
        }
    }
}
