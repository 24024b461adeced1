package io.quarkiverse.dibs.postgres.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A statement that a run sends for every migration: parsed and planned by the server once for each connection. One at a time.
 */
final class PreparedOnce {

    private final String sql;
    private SqlConnection connection;
    private PreparedStatement statement;

    PreparedOnce(String sql) {
        this.sql = sql;
    }

    Uni<RowSet<Row>> execute(SqlConnection on, Tuple parameters) {
        if (statement != null && connection == on) {
            return statement.query().execute(parameters);
        }
        return on.prepare(sql).invoke(prepared -> {
            connection = on;
            statement = prepared;
        }).flatMap(prepared -> prepared.query().execute(parameters));
    }

    /** What was prepared may be gone. */
    void forget() {
        statement = null;
    }
}
