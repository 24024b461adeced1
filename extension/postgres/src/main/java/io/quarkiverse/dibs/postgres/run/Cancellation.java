package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;

/**
 * Whether somebody asked a run to end, and the means to make it: a statement under way is cancelled on the server, a wait ends
 * at once, and no further statement begins. Thread-safe.
 */
public final class Cancellation {

    /** A request that reaches the server before the statement has no effect, so it is repeated. */
    private static final long REPEAT_MILLIS = 100;

    private final Vertx vertx;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private PgConnection busy;
    private boolean requested;

    public Cancellation(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Asks for the end. */
    public void request() {
        lock.lock();
        try {
            if (requested) {
                return;
            }
            requested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        interruptStatement();
    }

    public boolean isRequested() {
        lock.lock();
        try {
            return requested;
        } finally {
            lock.unlock();
        }
    }

    void check() {
        if (isRequested()) {
            throw exception();
        }
    }

    static DibsException exception() {
        return new DibsException(Problem.of("DIBS-0650", Category.INTERRUPTED, "the run was cancelled"));
    }

    /** A statement of a migration is about to be sent. */
    void begin(PgConnection connection) {
        lock.lock();
        try {
            if (requested) {
                throw exception();
            }
            busy = connection;
        } finally {
            lock.unlock();
        }
    }

    /** The statement has ended. */
    void end() {
        lock.lock();
        try {
            busy = null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, but not after the run is cancelled. */
    void pause(Duration duration) {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (left > 0 && !requested) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            requested = true;
        } finally {
            lock.unlock();
        }
        check();
    }

    private void interruptStatement() {
        lock.lock();
        try {
            if (busy == null) {
                return;
            }
            busy.cancelRequest().subscribe().with(sent -> {
            }, failure -> {
                // the statement may have ended meanwhile, and then there is nothing to cancel
            });
        } finally {
            lock.unlock();
        }
        vertx.setTimer(REPEAT_MILLIS, timer -> interruptStatement());
    }
}
