package io.quarkiverse.dibs.postgres.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.run.Sessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Connections that one target leaves to the next of the same database: for a target with nothing to do, connecting would be
 * most of the work. There are never more than workers; an idle one makes room for one to another database. Thread-safe.
 */
final class KeptSessions implements AutoCloseable {

    private static final Duration RESET = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final int most;
    private final Map<String, Deque<PgSession>> idle = new HashMap<>();
    private int open;

    KeptSessions(Vertx vertx, int most) {
        this.vertx = vertx;
        this.most = most;
    }

    /** For the run on one target; what it has set is undone before the next one gets the connection. */
    Sessions of(String url) {
        return new Sessions() {

            @Override
            public PgSession take() {
                PgSession session = KeptSessions.this.take(url);
                if (isAlive(session)) {
                    return session;
                }
                discard(session);
                return fresh(url);
            }

            @Override
            public void give(PgSession session) {
                try {
                    session.query("DISCARD ALL").ifNoItem().after(RESET).fail().await().indefinitely();
                } catch (RuntimeException e) {
                    // lost, or in a state that only its end can end
                    discard(session);
                    return;
                }
                keep(url, session);
            }
        };
    }

    /** One that may have ended unnoticed while nobody used it. */
    PgSession take(String url) {
        synchronized (this) {
            Deque<PgSession> ready = idle.get(url);
            if (ready != null && !ready.isEmpty()) {
                return ready.pop();
            }
        }
        return fresh(url);
    }

    PgSession fresh(String url) {
        PgSession other = room();
        if (other != null) {
            Sessions.close(other);
        }
        try {
            return PgSession.connect(vertx, url, PgSession.ONE_BY_ONE).invoke(opened -> opened.connection()
                    .exceptionHandler(lost -> {
                        // noticed by the statement that gets no answer
                    })).await().indefinitely();
        } catch (RuntimeException e) {
            synchronized (this) {
                open--;
            }
            throw e;
        }
    }

    /** @return an idle one that has to go first, or null */
    private synchronized PgSession room() {
        if (open < most) {
            open++;
            return null;
        }
        for (Iterator<Deque<PgSession>> all = idle.values().iterator(); all.hasNext();) {
            Deque<PgSession> ready = all.next();
            if (!ready.isEmpty()) {
                PgSession session = ready.pollLast();
                if (ready.isEmpty()) {
                    all.remove();
                }
                return session;
            }
        }
        open++;
        return null;
    }

    /** Nothing was set in it. */
    synchronized void keep(String url, PgSession session) {
        idle.computeIfAbsent(url, first -> new ArrayDeque<>()).push(session);
    }

    void discard(PgSession session) {
        synchronized (this) {
            open--;
        }
        Sessions.close(session);
    }

    private static boolean isAlive(PgSession session) {
        try {
            session.query("SELECT 1").ifNoItem().after(RESET).fail().await().indefinitely();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        List<PgSession> all = new ArrayList<>();
        synchronized (this) {
            idle.values().forEach(all::addAll);
            idle.clear();
        }
        if (all.isEmpty()) {
            return;
        }
        // all at once: each waits for an answer
        Uni.join().all(all.stream().map(session -> session.connection().close().onFailure().recoverWithNull()).toList())
                .andCollectFailures().ifNoItem().after(RESET).fail().onFailure().recoverWithNull().await().indefinitely();
    }
}
