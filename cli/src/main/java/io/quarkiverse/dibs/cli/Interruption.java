package io.quarkiverse.dibs.cli;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What to do when the user interrupts the command: nothing special, or what a command at work has asked for. Thread-safe. */
public final class Interruption {

    private static final Runnable DONE = () -> {
    };
    private static final AtomicReference<Runnable> ACTION = new AtomicReference<>(DONE);
    private static volatile boolean requested;
    private static volatile boolean abandoned;

    private Interruption() {
    }

    /** Runs the body; an interruption meanwhile runs the action, on another thread, and lets the body come to its end. */
    public static void during(Runnable action, Runnable body) {
        ACTION.set(action);
        try {
            body.run();
        } finally {
            ACTION.set(DONE);
        }
    }

    /**
     * Runs a body that changes nothing that has to be brought to an end: an interruption runs the clean-up, on another thread,
     * and the process ends with the body where it is, which never returns then.
     */
    public static <T> T abandoning(Runnable cleanUp, Supplier<T> body) {
        abandoned = true;
        ACTION.set(cleanUp);
        try {
            return body.get();
        } finally {
            // whoever comes second, the interruption or the end, finds that the first was there
            if (!ACTION.compareAndSet(cleanUp, DONE)) {
                waitForEnd();
            }
            abandoned = false;
        }
    }

    private static void waitForEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    public static boolean isRequested() {
        return requested;
    }

    /** @return whether the body is to come to its end before the process does */
    static boolean request() {
        requested = true;
        boolean ends = !abandoned;
        Runnable action = ends ? ACTION.get() : ACTION.getAndSet(DONE);
        action.run();
        return ends || action == DONE;
    }
}
