package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * The one connection of a run: checked to lead straight to a server that can be written to, with every wait bounded. Blocking;
 * belongs to the thread of the run.
 */
final class RunnerSession implements AutoCloseable {

    private static final String APPLICATION = "dibs migrate";
    private static final Duration PROBE = Duration.ofSeconds(5);

    /** How many times the longest statement all statements of one transaction may take together (Postgres 17 and newer). */
    private static final int STATEMENTS_A_TRANSACTION = 60;
    /** What a session begins with. The role comes last: it may be one that the URL names. */
    private static final String RESET = "RESET ALL; RESET SESSION AUTHORIZATION; RESET ROLE; ";
    /** How long reading the catalog may leave the server idle, while what it sent is being understood. */
    private static final Duration READING = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final String url;
    private final Sessions sessions;
    private final PgSession session;
    private final AdvisoryLock lock;
    private final HistoryTables tables;
    private final RunOptions options;
    private final Consumer<String> log;
    private final Lookout lookout;
    private ServerIdentity server = ServerIdentity.UNKNOWN;
    private boolean checksItsClient;

    private RunnerSession(Vertx vertx, String url, Sessions sessions, PgSession session, HistoryTables tables,
            RunOptions options,
            Consumer<String> log) {
        this.vertx = vertx;
        this.url = url;
        this.sessions = sessions;
        this.session = session;
        this.tables = tables;
        this.options = options;
        this.log = log;
        this.lookout = new Lookout(vertx, url, session.connection().processId(), options.lockTimeout(), log);
        this.lock = new AdvisoryLock(this, tables.lockKey());
    }

    /**
     * @param log told what the user should know while statements take long
     * @throws DibsException DIBS-02xx when the server cannot be reached, DIBS-0611 to DIBS-0613 when it is not the right one
     */
    static RunnerSession open(Vertx vertx, String url, HistoryTables tables, RunOptions options, Consumer<String> log) {
        return open(vertx, url, Sessions.fresh(vertx, url), tables, options, log);
    }

    /**
     * @param sessions where the connection comes from and goes back to; a lost one is replaced by one of its own
     */
    static RunnerSession open(Vertx vertx, String url, Sessions sessions, HistoryTables tables, RunOptions options,
            Consumer<String> log) {
        PgSession session = sessions.take();
        // a lost connection is noticed by the statement that gets no answer; the client would print it too
        session.connection().exceptionHandler(lost -> {
        });
        RunnerSession runner = new RunnerSession(vertx, url, sessions, session, tables, options, log);
        try {
            runner.requireDirectConnection();
            runner.requireWritable();
            runner.server = ServerIdentity.of(runner);
            runner.configure(false);
            runner.warnOfPlainText();
            return runner;
        } catch (RuntimeException e) {
            runner.close();
            throw ServerErrors.exception("DIBS-0613", Category.CONNECTION, "", e, null);
        }
    }

    private void warnOfPlainText() {
        if (!session.target().isLocal() && !session.connection().isSSL()) {
            log.accept("the connection to " + session.target() + " is not encrypted: switch TLS on at the server, and say"
                    + " sslmode=verify-full in the database URL");
        }
    }

    private void requireDirectConnection() {
        int backend = run("SELECT pg_catalog.pg_backend_pid()").iterator().next().getInteger(0);
        if (backend != session.connection().processId()) {
            throw new DibsException(Problem.of("DIBS-0611", Category.CONNECTION,
                    session.target() + " leads to a connection pooler, behind which locks and settings are not ours alone")
                    .remedy("Give a URL that leads straight to the server (quarkus.dibs.migration-url)."));
        }
    }

    private void requireWritable() {
        Row row = run("""
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

    /** Another connection to the same server, to look at what became of the work when this one was lost. */
    RunnerSession reconnect() {
        RunnerSession other = open(vertx, url, tables, options, log);
        if (!server.mayBe(other.server)) {
            other.close();
            throw new DibsException(Problem.of("DIBS-0613", Category.CONNECTION,
                    "after the connection was lost another server answered at " + other.session.target() + ": it is "
                            + other.server + ", and it was " + server)
                    .remedy("After a failover the newest commits may be missing: look at dibs status, then run it again."));
        }
        return other;
    }

    /** Who this is; what a reconnect must find again. */
    ServerIdentity server() {
        return server;
    }

    /** The process of the server that works for this session. */
    int backend() {
        return session.connection().processId();
    }

    Lookout lookout() {
        return lookout;
    }

    /** Waits for an answer as long as there can be one. */
    <T> T await(Uni<T> answer) {
        return lookout.watched(answer).await().indefinitely();
    }

    /** The same for blocking work that reads over this connection. */
    <T> T awaitReading(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        }, "dibs-reading");
        thread.setDaemon(true);
        thread.start();
        return lookout.watched(Uni.createFrom().completionStage(result), READING).await().indefinitely();
    }

    /** Runs statements by the simple protocol; blocking. */
    RowSet<Row> run(String sql) {
        return await(session.query(sql));
    }

    HistoryTables tables() {
        return tables;
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
        run(RESET + "SELECT " + settings(unhurried ? Duration.ZERO : options.statementTimeout(), false));
        try {
            // without it a server notices only at the end of a statement that its client is gone, and keeps the lock till then
            run("SELECT pg_catalog.set_config('client_connection_check_interval', '1s', false)");
            checksItsClient = true;
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
        Row row = run("SELECT pg_catalog.pg_current_xact_id()::text::bigint, EXISTS ("
                + AdvisoryLock.heldHere(tables.lockKey()) + "), " + settings(options.statementTimeout(), true))
                .iterator().next();
        if (!row.getBoolean(1)) {
            throw lockLost();
        }
        return row.getLong(0);
    }

    /**
     * Does what the COMMIT would do before it, and then undoes in the open transaction what a migration has set: its role and
     * its settings are neither those of the history nor of the next migration. What it deferred is checked as it wanted it.
     *
     * @throws DibsException DIBS-0614 when the migration has let the lock go: another run may be at work by now
     */
    void restoreInTransaction() {
        RowSet<Row> answer = run("SET CONSTRAINTS ALL IMMEDIATE; " + RESET + "SELECT EXISTS ("
                + AdvisoryLock.heldHere(tables.lockKey()) + "), " + settings(options.statementTimeout(), false)
                + (checksItsClient ? ", pg_catalog.set_config('client_connection_check_interval', '1s', false)" : ""));
        while (answer.next() != null) {
            answer = answer.next();
        }
        if (!answer.iterator().next().getBoolean(0)) {
            throw lockLost();
        }
    }

    /**
     * Sets how long each further statement of the open transaction may take.
     *
     * @param unhurried whether it is as long as they need
     */
    void giveTime(boolean unhurried) {
        Duration time = unhurried ? Duration.ZERO : options.statementTimeout();
        run("SELECT pg_catalog.set_config('statement_timeout', '" + time.toMillis() + "ms', true)"
                + (hasTransactionTimeout() ? ", pg_catalog.set_config('transaction_timeout', '" + transactionTimeout(time)
                        + "ms', true)" : ""));
    }

    /**
     * The first transaction id that what follows can have; blocking.
     *
     * @throws DibsException DIBS-0614 when the lock is lost
     */
    long nextXid() {
        return await(requireLock().flatMap(held -> snapshotXid()));
    }

    Uni<Long> snapshotXid() {
        return session.query("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint")
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Fails with DIBS-0614 when the lock is lost. */
    Uni<Void> requireLock() {
        return session.query("SELECT EXISTS (" + AdvisoryLock.heldHere(tables.lockKey()) + ")").invoke(rows -> {
            if (!rows.iterator().next().getBoolean(0)) {
                throw lockLost();
            }
        }).replaceWithVoid();
    }

    /**
     * Sends both in one message, with a look at the lock between them; the answer is that to the second. Fails with DIBS-0614
     * when the lock is lost, which the server notices no earlier than they have run.
     */
    Uni<RowSet<Row>> ifLocked(String first, String second) {
        return session.query(first + "; SELECT EXISTS (" + AdvisoryLock.heldHere(tables.lockKey()) + "); " + second)
                .map(answers -> {
                    RowSet<Row> held = answers.next();
                    if (!held.iterator().next().getBoolean(0)) {
                        throw lockLost();
                    }
                    return held.next();
                });
    }

    /** Whether the connection is gone; a failure that no server answered is no proof, so it is tried. */
    boolean isLost(Throwable failure) {
        if (LostConnectionException.isIn(failure)) {
            return true;
        }
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
                .remedy("A statement of a migration has let it go, as pg_advisory_unlock_all() and DISCARD ALL do: unlock only"
                        + " what the migration has locked itself, look at dibs status, then run it again."));
    }

    private boolean hasTransactionTimeout() {
        return session.majorVersion() >= 17;
    }

    private static long transactionTimeout(Duration statementTimeout) {
        return Math.min(Integer.MAX_VALUE, statementTimeout.toMillis() * STATEMENTS_A_TRANSACTION);
    }

    private String settings(Duration statementTimeout, boolean local) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("application_name", APPLICATION);
        settings.put("lock_timeout", options.lockTimeout().toMillis() + "ms");
        settings.put("statement_timeout", statementTimeout.toMillis() + "ms");
        settings.put("idle_in_transaction_session_timeout", "10min");
        // while it waits for another runner, or a migration thinks, the session is idle
        settings.put("idle_session_timeout", "0");
        if (hasTransactionTimeout()) {
            settings.put("transaction_timeout", (local ? transactionTimeout(statementTimeout) : 0) + "ms");
        }
        // a server whose client has vanished without a word lets the lock go after two minutes
        settings.put("tcp_keepalives_idle", "60");
        settings.put("tcp_keepalives_interval", "10");
        settings.put("tcp_keepalives_count", "6");
        // SQL that dibs writes, and what a text means as a value, depends on these
        settings.put("standard_conforming_strings", "on");
        settings.put("DateStyle", "ISO, MDY");
        settings.put("IntervalStyle", "postgres");
        // what a plan costs, and even what it means, depends on the time zone
        settings.put("TimeZone", "UTC");
        settings.put("search_path",
                tables.schema().equals("public") ? "public" : tables.quotedSchema() + ", public");
        return settings.entrySet().stream().map(setting -> "pg_catalog.set_config('" + setting.getKey() + "', '"
                + setting.getValue().replace("'", "''") + "', " + local + ")").collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        lookout.close();
        sessions.give(session);
    }
}
