package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Looks from a second connection at the backend of a run while that takes long to answer: who blocks it, and whether it still
 * works at all. A backend that does nothing while its answer is waited for has lost its client, or its client it. The second
 * connection is opened only when it is needed. Thread-safe.
 */
final class Lookout implements AutoCloseable {

    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 1_000;
    private static final Duration AT_LEAST = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 3;
    private static final int MOST_NAMED = 3;

    private static final String LOOK = """
            SELECT CASE WHEN a.wait_event = 'ClientRead' THEN 'idle' ELSE a.state END, w.relation, b.who
            FROM (SELECT $1::integer AS pid) p
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = p.pid
            LEFT JOIN LATERAL (
                SELECT pg_catalog.min(l.relation::regclass::text) AS relation
                FROM pg_catalog.pg_locks l WHERE l.pid = p.pid AND NOT l.granted) w ON a.wait_event_type = 'Lock'
            LEFT JOIN LATERAL (
                SELECT pg_catalog.concat_ws(', ', 'process ' || s.pid, nullif(s.application_name, ''), 'user ' || s.usename,
                    s.state, 'in a transaction since ' || pg_catalog.to_char(s.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ')) AS who
                FROM pg_catalog.pg_stat_activity s
                WHERE s.pid = ANY (pg_catalog.pg_blocking_pids(p.pid)) ORDER BY s.pid) b ON true
            """;

    private final Vertx vertx;
    private final String url;
    private final int backend;
    private final long periodMillis;
    private final Duration lostAfter;
    private final Consumer<String> log;
    private Uni<PgSession> session;
    private String blockers = "";
    private boolean closed;
    private long restsUntil = System.nanoTime();

    /**
     * @param backend the process that is looked at
     * @param log told of new blockers
     */
    Lookout(Vertx vertx, String url, int backend, Duration lockTimeout, Consumer<String> log) {
        this.vertx = vertx;
        this.url = url;
        this.backend = backend;
        this.periodMillis = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, lockTimeout.toMillis() / 2));
        Duration twice = lockTimeout.multipliedBy(2);
        this.lostAfter = twice.compareTo(AT_LEAST) < 0 ? AT_LEAST : twice;
        this.log = log;
    }

    /** The same answer, or a {@link LostConnectionException} when there will be none. */
    <T> Uni<T> watched(Uni<T> answer) {
        return watched(answer, lostAfter);
    }

    /**
     * @param idle how long the backend may do nothing meanwhile
     */
    <T> Uni<T> watched(Uni<T> answer, Duration idle) {
        return Uni.createFrom().emitter(emitter -> {
            Watch watch = new Watch(emitter, idle);
            answer.subscribe().with(item -> {
                watch.end();
                emitter.complete(item);
            }, failure -> {
                watch.end();
                emitter.fail(failure);
            });
            watch.again();
        });
    }

    /** Who blocked the backend when it was last looked at, for people. */
    Optional<String> blockers() {
        synchronized (this) {
            return blockers.isEmpty() ? Optional.empty() : Optional.of(blockers);
        }
    }

    /** Nothing is sent for so long: that the backend does nothing meanwhile is as it should be. */
    void rests(Duration time) {
        synchronized (this) {
            restsUntil = System.nanoTime() + time.toNanos();
        }
    }

    private boolean isResting() {
        synchronized (this) {
            return System.nanoTime() - restsUntil < 0;
        }
    }

    /** A new statement begins. */
    void forget() {
        synchronized (this) {
            blockers = "";
        }
    }

    private Uni<PgSession> session() {
        synchronized (this) {
            if (closed) {
                return Uni.createFrom().failure(new IllegalStateException("nothing is looked at any more"));
            }
            if (session == null) {
                session = PgSession.connect(vertx, url, PgSession.ONE_BY_ONE).invoke(opened -> opened.connection()
                        .exceptionHandler(lost -> {
                        })).memoize().indefinitely();
            }
            return session;
        }
    }

    private void renew() {
        Uni<PgSession> failed;
        synchronized (this) {
            failed = session;
            session = null;
        }
        end(failed);
    }

    /** One that is still being opened ends as soon as it is. */
    private static void end(Uni<PgSession> session) {
        if (session != null) {
            session.subscribe().with(open -> open.connection().closeAndForget(), failure -> {
                // there is none
            });
        }
    }

    private void blockedBy(String relation, List<String> who) {
        String text = who.isEmpty() ? ""
                : String.join("; ", who.subList(0, Math.min(MOST_NAMED, who.size())))
                        + (who.size() > MOST_NAMED ? "; and " + (who.size() - MOST_NAMED) + " more" : "");
        boolean changed;
        synchronized (this) {
            changed = !text.isEmpty() && !text.equals(blockers);
            blockers = text.isEmpty() ? blockers : text;
        }
        if (changed) {
            log.accept("waits for " + (relation == null ? "a lock" : "a lock on " + relation) + " behind " + text);
        }
    }

    @Override
    public void close() {
        Uni<PgSession> opened;
        synchronized (this) {
            closed = true;
            opened = session;
            session = null;
        }
        end(opened);
    }

    /** The waiting for one answer. */
    private final class Watch {

        private final UniEmitter<?> waiting;
        private final Duration idle;
        private boolean ended;
        private long timer = -1;
        private final IdleTime idleTime = new IdleTime(TimeUnit.MILLISECONDS.toNanos(2 * periodMillis));
        private int failures;

        Watch(UniEmitter<?> waiting, Duration idle) {
            this.waiting = waiting;
            this.idle = idle;
        }

        synchronized void end() {
            ended = true;
            if (timer >= 0) {
                vertx.cancelTimer(timer);
            }
        }

        synchronized boolean isEnded() {
            return ended;
        }

        synchronized void again() {
            if (!ended) {
                timer = vertx.setTimer(periodMillis, id -> look());
            }
        }

        private void look() {
            if (!isEnded()) {
                session().flatMap(open -> open.query(LOOK, Tuple.of(backend)))
                        .ifNoItem().after(Duration.ofSeconds(10)).fail()
                        .subscribe().with(this::seen, this::failed);
            }
        }

        private void seen(Iterable<Row> rows) {
            String state = null;
            String relation = null;
            List<String> who = new ArrayList<>();
            for (Row row : rows) {
                state = row.getString(0);
                relation = row.getString(1);
                if (row.getString(2) != null) {
                    who.add(row.getString(2));
                }
            }
            if (isEnded()) {
                return;
            }
            failures = 0;
            blockedBy(relation, who);
            // in the middle of a message in parts a backend that waits for the next part calls itself active;
            // "disabled" where the server does not track what sessions do
            boolean works = "active".equals(state) || "fastpath function call".equals(state) || "disabled".equals(state);
            if (works || state != null && isResting()) {
                idleTime.works();
            } else if (idleTime.idles(System.nanoTime()) > idle.toNanos()) {
                lost(state == null ? "the server has ended the session" : "the server does nothing and waits for us");
                return;
            }
            again();
        }

        private void failed(Throwable failure) {
            renew();
            if (ServerErrors.serverException(failure) == null) {
                failures++;
            }
            if (failures >= MOST_FAILURES) {
                lost("the server cannot be reached any more");
            } else {
                again();
            }
        }

        private void lost(String why) {
            end();
            waiting.fail(new LostConnectionException("no answer will come: " + why));
        }
    }
}
