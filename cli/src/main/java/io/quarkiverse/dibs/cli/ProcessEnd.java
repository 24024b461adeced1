package io.quarkiverse.dibs.cli;

/** How the process ends: at once, unless something was opened that cleans up after itself only in an orderly end. */
public final class ProcessEnd {

    private static volatile boolean orderly;

    private ProcessEnd() {
    }

    /** To be called before something is opened that has files to delete at the end. */
    public static void hasToBeOrderly() {
        orderly = true;
    }

    static boolean isOrderly() {
        return orderly;
    }
}
