package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;

/**
 * The one connection of a run: checked to lead straight to a server that can be written to, with every wait bounded. Blocking;
 * belongs to the thread of the run.
 */
final class RunnerSession implements AutoCloseable {

    private static final String APPLICATION = "dibs migrate";
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final PgSession session;
    private final AdvisoryLock lock;
    private final HistoryTables tables;
    private final RunOptions options;
    private final String server;

    private RunnerSession(PgSession session, HistoryTables tables, RunOptions options, String server) {
        this.session = session;
        this.tables = tables;
        this.options = options;
        this.lock = new AdvisoryLock(session, tables.lockKey());
        this.server = server;
    }

    /**
     * @throws DibsException DIBS-02xx when the server cannot be reached, DIBS-0611 to DIBS-0613 when it is not the right one
     */
    static RunnerSession open(Vertx vertx, String url, HistoryTables tables, RunOptions options) {
        PgSession session = PgSession.open(vertx, url, PgSession.ONE_BY_ONE);
        // a lost connection is noticed by the statement that gets no answer; the client would print it too
        session.connection().exceptionHandler(lost -> {
        });
        try {
            requireDirectConnection(session);
            requireWritable(session);
            RunnerSession runner = new RunnerSession(session, tables, options, identify(session));
            runner.configure(false);
            return runner;
        } catch (RuntimeException e) {
            session.close();
            throw ServerErrors.exception("DIBS-0613", Category.CONNECTION, "", e, null);
        }
    }

    private static void requireDirectConnection(PgSession session) {
        int backend = session.run("SELECT pg_catalog.pg_backend_pid()").iterator().next().getInteger(0);
        if (backend != session.connection().processId()) {
            throw new DibsException(Problem.of("DIBS-0611", Category.CONNECTION,
                    session.target() + " leads to a connection pooler, behind which locks and settings are not ours alone")
                    .remedy("Give a URL that leads straight to the server (quarkus.dibs.migration-url)."));
        }
    }

    private static void requireWritable(PgSession session) {
        Row row = session.run("""
                SELECT pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('transaction_read_only')
                """).iterator().next();
        if (row.getBoolean(0)) {
            throw new DibsException(Problem.of("DIBS-0612", Category.CONNECTION,
                    session.target() + " is a standby server, which can only be read")
                    .remedy("Give the URL of the primary server."));
        }
        if (row.getString(1).equals("on")) {
            throw new DibsException(Problem.of("DIBS-0612", Category.CONNECTION,
                    session.target() + " can only be read: default_transaction_read_only is on")
                    .remedy("Give a role and a database that may be written to."));
        }
    }

    /** What a reconnect must find again; empty where the role may not know. */
    private static String identify(PgSession session) {
        try {
            return session.run("""
                    SELECT system_identifier::text || '/' || (SELECT timeline_id FROM pg_catalog.pg_control_checkpoint())
                    FROM pg_catalog.pg_control_system()
                    """).iterator().next().getString(0);
        } catch (RuntimeException e) {
            if (ServerErrors.isConnectionLost(e)) {
                throw e;
            }
            return "";
        }
    }

    /** Another connection to the same server, to look at what became of the work when this one was lost. */
    RunnerSession reconnect(Vertx vertx, String url) {
        RunnerSession other = open(vertx, url, tables, options);
        if (!server.isEmpty() && !other.server.isEmpty() && !server.equals(other.server)) {
            other.close();
            throw new DibsException(Problem.of("DIBS-0613", Category.CONNECTION,
                    "after the connection was lost another server answered at " + other.session.target()));
        }
        return other;
    }

    PgSession session() {
        return session;
    }

    PgConnection connection() {
        return session.connection();
    }

    AdvisoryLock lock() {
        return lock;
    }

    /**
     * Sets the session up, whatever a migration has set before.
     *
     * @param unhurried whether statements may take as long as they need, as a concurrent index build does
     */
    void configure(boolean unhurried) {
        session.run("SELECT " + settings(unhurried ? Duration.ZERO : options.statementTimeout(), false));
        try {
            // without it a server notices only at the end of a statement that its client is gone, and keeps the lock till then
            session.run("SELECT pg_catalog.set_config('client_connection_check_interval', '1s', false)");
        } catch (RuntimeException e) {
            if (ServerErrors.isConnectionLost(e)) {
                throw e;
            }
        }
    }

    /**
     * Sets up the transaction that has just begun, in one round trip, by the simple protocol.
     *
     * @return its id
     * @throws DibsException DIBS-0614 when the lock is lost
     */
    long prepareTransaction() {
        Row row = session.run("SELECT pg_catalog.pg_current_xact_id()::text::bigint, EXISTS ("
                + AdvisoryLock.heldHere(tables.lockKey()) + "), " + settings(options.statementTimeout(), true))
                .iterator().next();
        if (!row.getBoolean(1)) {
            throw lockLost();
        }
        return row.getLong(0);
    }

    /**
     * Sets how long each further statement of the open transaction may take.
     *
     * @param unhurried whether it is as long as they need
     */
    void giveTime(boolean unhurried) {
        session.run("SELECT pg_catalog.set_config('statement_timeout', '"
                + (unhurried ? 0 : options.statementTimeout().toMillis()) + "ms', true)");
    }

    /** The first transaction id that what follows can have. */
    long nextXid() {
        if (!lock.isHeld()) {
            throw lockLost();
        }
        return session.run("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint").iterator()
                .next().getLong(0);
    }

    /** Whether the connection is gone; a failure that no server answered is no proof, so it is tried. */
    boolean isLost(Throwable failure) {
        if (ServerErrors.serverException(failure) != null && !ServerErrors.isConnectionLost(failure)) {
            return false;
        }
        try {
            session.query("SELECT 1").ifNoItem().after(PROBE).fail().await().indefinitely();
            return false;
        } catch (RuntimeException e) {
            return ServerErrors.isConnectionLost(e);
        }
    }

    private static DibsException lockLost() {
        return new DibsException(Problem.of("DIBS-0614", Category.REFUSED, "the migration lock was lost")
                .remedy("Somebody released it; look at dibs status, then run it again."));
    }

    private String settings(Duration statementTimeout, boolean local) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("application_name", APPLICATION);
        settings.put("lock_timeout", options.lockTimeout().toMillis() + "ms");
        settings.put("statement_timeout", statementTimeout.toMillis() + "ms");
        settings.put("idle_in_transaction_session_timeout", "10min");
        if (session.majorVersion() >= 17) {
            settings.put("transaction_timeout", "0");
        }
        // what a plan costs, and even what it means, depends on the time zone
        settings.put("TimeZone", "UTC");
        settings.put("search_path",
                tables.schema().equals("public") ? "public" : tables.quotedSchema() + ", public");
        return settings.entrySet().stream().map(setting -> "pg_catalog.set_config('" + setting.getKey() + "', '"
                + setting.getValue().replace("'", "''") + "', " + local + ")").collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        session.close();
    }
}
