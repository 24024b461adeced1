package io.quarkiverse.dibs.error;

import java.util.Optional;

/** Tells a failure for lack of memory from the others: it looks like a lost connection, a timeout or a defect. */
public final class Memory {

    private static final int DEEPEST_CHAIN = 32;
    private static final long MEGABYTE = 1024 * 1024;

    private Memory() {
    }

    /** The problem DIBS-0998 when an {@link OutOfMemoryError} is behind the failure. */
    public static Optional<Problem> problem(Throwable failure) {
        return isExhausted(failure, 0) ? Optional.of(problem()) : Optional.empty();
    }

    /** DIBS-0998: what dibs reads needs more memory than it may use. */
    public static Problem problem() {
        return Problem.of("DIBS-0998", Category.REFUSED, "the memory does not suffice: what was read needs more than the "
                + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB that dibs may use")
                .remedy("Give it more, for example with DIBS_JAVA_OPTS=-Xmx1g for ./dibs or -Xmx1g among the options of the JVM.");
    }

    private static boolean isExhausted(Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST_CHAIN) {
            return false;
        }
        if (failure instanceof OutOfMemoryError || isExhausted(failure.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable other : failure.getSuppressed()) {
            if (isExhausted(other, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
