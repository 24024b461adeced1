package io.quarkiverse.dibs.runtime.devmode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which start of the application a request came to, and whether it still answers. A page is loaded with a hundred requests;
 * those
 * that reach the classes of an application that has stopped come back with an error, and the page stays empty. Thread-safe.
 */
public final class Doors {

    /** What a page asks for takes milliseconds: whatever takes longer does not hold up a reload. */
    private static final Duration MOST_DRAIN = Duration.ofSeconds(1);

    private int opened;
    private int closed;
    private int within;
    private final List<Runnable> waiting = new ArrayList<>();

    /** The start that is under way, which opens its door when it is over. One that fails leaves its number to the next. */
    public synchronized int next() {
        return opened + 1;
    }

    /** @return whether that start still answers; then {@link #leave} has to follow */
    public synchronized boolean enter(int start) {
        if (start <= closed) {
            return false;
        }
        within++;
        return true;
    }

    public synchronized void leave() {
        within--;
        notifyAll();
    }

    /** Tells when an application answers that was started after this one: at once where there is one already. */
    public void await(int start, Runnable then) {
        synchronized (this) {
            if (opened <= start) {
                waiting.add(then);
                return;
            }
        }
        then.run();
    }

    void open() {
        List<Runnable> all;
        synchronized (this) {
            opened++;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(Runnable::run);
    }

    /** Lets nobody in any more; returns when those within have left, or after a second. */
    synchronized void close() {
        closed = opened;
        long end = System.nanoTime() + MOST_DRAIN.toNanos();
        try {
            for (long left = MOST_DRAIN.toNanos(); within > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
