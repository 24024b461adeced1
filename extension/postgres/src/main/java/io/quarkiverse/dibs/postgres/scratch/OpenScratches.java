package io.quarkiverse.dibs.postgres.scratch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/**
 * The scratch databases of this process that are still there, for a command that ends in the middle: whoever made them is then
 * left where it is. Thread-safe.
 */
public final class OpenScratches {

    private static final Duration MOST_WAIT = Duration.ofSeconds(10);
    private static final Map<String, Server> OPEN = new ConcurrentHashMap<>();
    /** Held by all who make one, and alone by who ends it all. */
    private static final ReadWriteLock MAKING = new ReentrantReadWriteLock();
    private static boolean ended;

    private record Server(Vertx vertx, String url) {
    }

    private OpenScratches() {
    }

    static void make(Vertx vertx, String url, String name, Runnable creation) {
        MAKING.readLock().lock();
        try {
            if (ended) {
                throw new CancellationException("the process ends");
            }
            OPEN.put(name, new Server(vertx, url));
            creation.run();
        } finally {
            MAKING.readLock().unlock();
        }
    }

    static void gone(String name) {
        OPEN.remove(name);
    }

    /** Drops them, with whatever runs in them. To be called once, when the process ends; none is made any more. */
    public static void removeAll() {
        MAKING.writeLock().lock();
        try {
            ended = true;
        } finally {
            MAKING.writeLock().unlock();
        }
        OPEN.forEach(OpenScratches::remove);
    }

    /** The next to come removes what cannot be reached now. */
    private static void remove(String name, Server server) {
        PgSession.connect(server.vertx(), server.url(), PgSession.ONE_BY_ONE)
                .chain(admin -> Scratch.dropped(admin, name).chain(() -> ScratchRoles.dropOfThisProcess(admin)))
                .onFailure().recoverWithNull().await().atMost(MOST_WAIT);
    }
}
