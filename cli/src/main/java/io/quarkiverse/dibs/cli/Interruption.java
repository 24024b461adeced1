package io.quarkiverse.dibs.cli;

import java.util.concurrent.atomic.AtomicReference;

/** What to do when the user interrupts the command: nothing special, or what a command at work has asked for. Thread-safe. */
public final class Interruption {

    private static final Runnable DONE = () -> {
    };
    private static final AtomicReference<Runnable> ACTION = new AtomicReference<>(DONE);
    private static volatile boolean requested;

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

    public static boolean isRequested() {
        return requested;
    }

    static void request() {
        requested = true;
        ACTION.get().run();
    }
}
