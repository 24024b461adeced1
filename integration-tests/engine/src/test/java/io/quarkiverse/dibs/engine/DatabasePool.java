package io.quarkiverse.dibs.engine;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/**
 * Empty databases on the test server of one major version. One that was used is emptied and used again together with its
 * session, because that is far cheaper than new ones; what cannot be emptied is thrown away. Thread-safe.
 */
final class DatabasePool {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Map<Integer, DatabasePool> POOLS = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String WITHOUT_SUBSCRIPTIONS = """
            DO $$
            DECLARE s text;
            BEGIN
                FOR s IN SELECT quote_ident(subname) FROM pg_subscription
                          WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP
                    EXECUTE 'ALTER SUBSCRIPTION ' || s || ' DISABLE';
                    EXECUTE 'ALTER SUBSCRIPTION ' || s || ' SET (slot_name = NONE)';
                    EXECUTE 'COMMENT ON SUBSCRIPTION ' || s || ' IS NULL';
                    EXECUTE 'DROP SUBSCRIPTION ' || s;
                END LOOP;
            END $$""";
    private static final String QUIET = "SET client_min_messages = warning";
    private static final String EMPTY = Resources.text("empty.sql");
    private static final String LEFT_OVER = Resources.text("left-over.sql");

    private final EmbeddedPostgres server;
    private final Queue<Database> idle = new ConcurrentLinkedQueue<>();

    private DatabasePool(int major) {
        this.server = SharedTestServer.of(major);
    }

    static DatabasePool of(int major) {
        return POOLS.computeIfAbsent(major, DatabasePool::new);
    }

    /** An empty database with a session that is as if it were fresh. */
    Database take() {
        Database database = idle.poll();
        if (database == null) {
            String name = "pair_" + COUNT.incrementAndGet();
            try (PgSession admin = PgSession.open(VERTX, server.url(), PgSession.ONE_BY_ONE)) {
                admin.run("CREATE DATABASE " + name + " TEMPLATE template0");
            }
            database = new Database(name);
        }
        database.session.run(QUIET);
        return database;
    }

    /** A database of the pool; closing it gives it back. */
    final class Database implements AutoCloseable {

        private final String name;
        private final PgSession session;

        private Database(String name) {
            this.name = name;
            this.session = PgSession.open(VERTX, server.url(name), PgSession.ONE_BY_ONE);
        }

        String name() {
            return name;
        }

        EmbeddedPostgres server() {
            return server;
        }

        PgSession session() {
            return session;
        }

        /** Another session, which sees only what is committed. */
        PgSession observer() {
            return PgSession.open(VERTX, server.url(name), PgSession.ONE_BY_ONE);
        }

        /** The first column of the first row as text. */
        String text(String sql) {
            return String.valueOf(session.run(sql).iterator().next().getValue(0));
        }

        @Override
        public void close() {
            if (isEmptied()) {
                idle.add(this);
                return;
            }
            session.close();
            try (PgSession admin = PgSession.open(VERTX, server.url(), PgSession.ONE_BY_ONE)) {
                admin.run("DROP DATABASE " + name + " WITH (FORCE)");
            }
        }

        private boolean isEmptied() {
            try {
                session.run("ROLLBACK");
                session.run("DISCARD ALL");
                session.run(QUIET);
                // a database with a subscription cannot be dropped, and one with a slot has to be rid of it first
                session.run(WITHOUT_SUBSCRIPTIONS);
                session.run(EMPTY);
                return session.run(LEFT_OVER).iterator().next().getLong(0) == 0;
            } catch (RuntimeException notEmptied) {
                return false;
            }
        }
    }
}
