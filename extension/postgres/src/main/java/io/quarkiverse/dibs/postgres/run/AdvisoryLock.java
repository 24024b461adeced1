package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.MigrationEvent.Waiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The lock that lets one runner at a time work on one history: an advisory lock of the session. It is polled and never waited
 * for in SQL, because a session that waits holds a snapshot, and concurrent index builds wait for those.
 */
public final class AdvisoryLock {

    private static final long SHORTEST_POLL = 200;
    private static final long FIRST_POLL = 300;
    private static final long LONGEST_POLL = 2_000;
    /** Longer than a server takes to notice by itself that its client is gone. */
    private static final Duration ORPHAN_GRACE = Duration.ofMillis(1_500);

    private final RunnerSession session;
    private final long key;
    private int orphan;

    AdvisoryLock(RunnerSession session, long key) {
        this.session = session;
        this.key = key;
    }

    /** The session of this very run that lost its connection: when it still holds the lock after a while, it is ended. */
    void takeOver(int backend) {
        this.orphan = backend;
    }

    /** Who holds the lock now, in words; the connection's own session does not count. */
    public static Uni<Optional<String>> holder(SqlConnection connection, long key) {
        return connection.query("""
                SELECT pg_catalog.concat_ws(', ', 'process ' || l.pid, nullif(a.application_name, ''),
                       coalesce(host(a.client_addr), 'local'), 'user ' || a.usename,
                       'since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'))
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE %s AND l.pid <> pg_catalog.pg_backend_pid()
                """.formatted(condition(key))).execute().map(rows -> {
            RowIterator<Row> row = rows.iterator();
            return row.hasNext() ? Optional.of(row.next().getString(0)) : Optional.empty();
        });
    }

    /** The same in parts. */
    public static Uni<Optional<LockHolder>> current(SqlConnection connection, long key) {
        return connection.query("""
                SELECT l.pid, coalesce(a.application_name, ''),
                       CASE WHEN a.backend_start IS NULL THEN '' ELSE coalesce(host(a.client_addr), 'local') END,
                       coalesce(a.usename, ''), a.backend_start, coalesce(a.state, '')
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE %s AND l.pid <> pg_catalog.pg_backend_pid()
                """.formatted(condition(key))).execute().map(rows -> {
            RowIterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                return Optional.empty();
            }
            Row row = found.next();
            return Optional.of(new LockHolder(row.getInteger(0), row.getString(1), row.getString(2), row.getString(3),
                    Optional.ofNullable(row.getOffsetDateTime(4)).map(OffsetDateTime::toInstant), row.getString(5)));
        });
    }

    /**
     * Ends the session of a server process, if it is the one that holds the lock at that very moment, and waits until it is
     * gone.
     *
     * @return whether it is gone; empty when it does not hold the lock
     */
    public static Uni<Optional<Boolean>> terminate(SqlConnection connection, long key, int pid, Duration wait) {
        return connection.query("SELECT pg_catalog.pg_terminate_backend(l.pid, " + wait.toMillis()
                + ") FROM pg_catalog.pg_locks l WHERE " + condition(key) + " AND l.pid = " + pid).execute().map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getBoolean(0)) : Optional.empty();
                });
    }

    /** The condition on {@code pg_locks l} under which a row is this lock, held. */
    private static String condition(long key) {
        return "l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid::bigint = " + (key >>> 32)
                + " AND l.objid::bigint = " + (key & 0xffffffffL)
                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";
    }

    /**
     * @throws DibsException DIBS-0610 when another runner holds it all the time
     */
    void acquire(Duration wait, Cancellation cancellation, Consumer<? super Waiting> events) {
        long begin = System.nanoTime();
        for (long poll = FIRST_POLL; !tryAcquire(); poll = Math.min(LONGEST_POLL, poll * 3 / 2)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (orphan != 0 && waited.compareTo(ORPHAN_GRACE) > 0) {
                session.run("SELECT pg_catalog.pg_terminate_backend(l.pid) FROM pg_catalog.pg_locks l WHERE l.pid = " + orphan
                        + " AND " + condition(key));
            }
            Optional<String> holder = session.await(holder(session.connection(), key));
            if (waited.compareTo(wait) >= 0) {
                throw new DibsException(Problem.of("DIBS-0610", Category.REFUSED,
                        "another run holds the migration lock of this database"
                                + holder.map(who -> ": " + who).orElse(""))
                        .remedy("Wait until it has ended, or give more time with --lock-wait."));
            }
            holder.ifPresent(who -> events.accept(new Waiting(who, waited.toMillis())));
            long jittered = SHORTEST_POLL + ThreadLocalRandom.current().nextLong(poll - SHORTEST_POLL + 1);
            cancellation.pause(Duration.ofMillis(Math.min(jittered, wait.minus(waited).toMillis() + 1)));
        }
    }

    boolean tryAcquire() {
        return first("SELECT pg_catalog.pg_try_advisory_lock(" + key + ")");
    }

    /** A query with a row when this very session holds it. */
    static String heldHere(long key) {
        return "SELECT FROM pg_catalog.pg_locks l WHERE " + condition(key) + " AND l.pid = pg_catalog.pg_backend_pid()";
    }

    /** @return whether it was held until now */
    boolean release() {
        return first("SELECT pg_catalog.pg_advisory_unlock(" + key + ")");
    }

    private boolean first(String sql) {
        return session.run(sql).iterator().next().getBoolean(0);
    }
}
