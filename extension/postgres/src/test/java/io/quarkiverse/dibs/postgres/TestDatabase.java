package io.quarkiverse.dibs.postgres;

import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** A database of its own on a real server of the given major version, dropped when closed. */
public final class TestDatabase implements AutoCloseable {

    public static final Vertx VERTX = Vertx.vertx();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final String name;
    private final PgSession session;

    private TestDatabase(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
        this.session = PgSession.open(VERTX, server.url(name), PgSession.ONE_BY_ONE);
    }

    public static TestDatabase of(int major) {
        EmbeddedPostgres server = SharedTestServer.of(major);
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (PgSession admin = PgSession.open(VERTX, server.url(), PgSession.ONE_BY_ONE)) {
            admin.run("create database " + name);
        }
        return new TestDatabase(server, name);
    }

    public String url() {
        return server.url(name);
    }

    public EmbeddedPostgres server() {
        return server;
    }

    /** A connection for DDL that stays open as long as the database. */
    public PgSession session() {
        return session;
    }

    public RowSet<Row> run(String sql) {
        return session.run(sql);
    }

    /** The first column of the first row, as text. */
    public String text(String sql) {
        return String.valueOf(run(sql).iterator().next().getValue(0));
    }

    @Override
    public void close() {
        session.close();
        try (PgSession admin = PgSession.open(VERTX, server.url(), PgSession.ONE_BY_ONE)) {
            admin.run("drop database " + name + " with (force)");
        }
    }
}
