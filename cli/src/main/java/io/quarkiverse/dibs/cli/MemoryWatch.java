package io.quarkiverse.dibs.cli;

import io.quarkiverse.dibs.error.Memory;

/**
 * Remembers that some thread of the command ran out of memory. Where it was one of the driver's, the command only sees that an
 * answer does not come.
 */
public final class MemoryWatch implements Thread.UncaughtExceptionHandler {

    private static volatile boolean exhausted;

    private final Thread.UncaughtExceptionHandler others;

    private MemoryWatch(Thread.UncaughtExceptionHandler others) {
        this.others = others;
    }

    /** Watches every thread that nobody else watches. */
    public static void begin() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(new MemoryWatch(before));
    }

    public static boolean isExhausted() {
        return exhausted;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError || Memory.problem(failure).isPresent()) {
            exhausted = true;
        } else if (others != null) {
            others.uncaughtException(thread, failure);
        } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            failure.printStackTrace();
        }
    }
}
