package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Lets a backfill wait between two batches while replicas are behind or others queue for locks, so that it never makes either
 * worse. Nothing is open meanwhile. It looks at most once a second.
 */
final class BackfillThrottle {

    private static final long PERIOD_NANOS = 1_000_000_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What replicas and sessions that the role may not look at do counts as nothing. */
    private static final String LOOK = """
            SELECT (SELECT count(*) FROM pg_catalog.pg_stat_activity
                    WHERE datname = pg_catalog.current_database() AND wait_event_type = 'Lock'
                      AND pid <> pg_catalog.pg_backend_pid()),
                   coalesce(pg_catalog.max(extract(epoch FROM r.replay_lag)), 0)::bigint,
                   coalesce(pg_catalog.max(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn)), 0)::bigint
            FROM pg_catalog.pg_stat_replication r
            """;

    /**
     * What is too much.
     *
     * @param waiting sessions of the database that wait for locks
     * @param lagSeconds how far a replica is behind
     * @param lagBytes the same in log that it has not replayed
     * @param longest how long to wait in all before the backfill gives up, to be resumed
     */
    record Limits(long waiting, long lagSeconds, long lagBytes, Duration longest) {

        static final Limits DEFAULT = new Limits(3, 10, 512L << 20, Duration.ofMinutes(30));

        Optional<String> exceededBy(long sessions, long seconds, long bytes) {
            if (sessions >= waiting) {
                return Optional.of(sessions + " sessions wait for locks");
            } else if (seconds >= lagSeconds) {
                return Optional.of("a replica is " + seconds + " s behind");
            } else if (bytes >= lagBytes) {
                return Optional.of("a replica is " + (bytes >> 20) + " MB behind");
            }
            return Optional.empty();
        }
    }

    private final Function<String, Uni<RowSet<Row>>> query;
    private final String name;
    private final Limits limits;
    private final Cancellation cancellation;
    private final Consumer<String> log;
    private long lookedAt;
    private long pausedSince;

    BackfillThrottle(Function<String, Uni<RowSet<Row>>> query, String name, Limits limits, Cancellation cancellation,
            Consumer<String> log) {
        this.query = query;
        this.name = name;
        this.limits = limits;
        this.cancellation = cancellation;
        this.log = log;
        this.lookedAt = System.nanoTime() - PERIOD_NANOS;
    }

    /** Comes when the next batch may begin; fails with DIBS-0645 when that takes too long. */
    Uni<Void> pass() {
        if (pausedSince == 0 && System.nanoTime() - lookedAt < PERIOD_NANOS) {
            return Uni.createFrom().voidItem();
        }
        lookedAt = System.nanoTime();
        return query.apply(LOOK).flatMap(rows -> {
            Row row = rows.iterator().next();
            Optional<String> reason = limits.exceededBy(row.getLong(0), row.getLong(1), row.getLong(2));
            return reason.isEmpty() ? goOn() : pause(reason.get());
        });
    }

    private Uni<Void> goOn() {
        if (pausedSince != 0) {
            log.accept("backfill \"" + name + "\" goes on");
            pausedSince = 0;
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> pause(String reason) {
        if (pausedSince == 0) {
            pausedSince = System.nanoTime();
            log.accept("backfill \"" + name + "\" pauses: " + reason);
        } else if (System.nanoTime() - pausedSince > limits.longest().toNanos()) {
            throw new DibsException(Problem.of("DIBS-0645", Category.SQL, "backfill \"" + name + "\" has waited for "
                    + limits.longest().toMinutes() + " minutes: " + reason)
                    .remedy("What is done is recorded. Run dibs migrate again when the database is less busy."));
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).invoke(cancellation::check).flatMap(waited -> pass());
    }
}
