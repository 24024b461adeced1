package io.quarkiverse.dibs.runtime.service;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProblemRenderer;

/**
 * {@code System.exit} in a migration: its thread waits for the end of the process, which would wait for the run, and the status
 * would be the one of somebody's choice although nothing stands.
 */
public final class ExitInMigration {

    private static final String RUN = "io.quarkiverse.dibs.postgres.run.MigrationCall";
    private static final String CLIENT_THREADS = "vert.x-";

    private ExitInMigration() {
    }

    /** Ends the process at once when it was a migration that ended it; for shutdown hooks. The server rolls back. */
    public static void endAtOnce() {
        find(Thread.getAllStackTraces()).ifPresent(problem -> {
            System.err.print(new ProblemRenderer(Palette.PLAIN, false).render(problem));
            System.err.flush();
            Runtime.getRuntime().halt(problem.category().exitStatus());
        });
    }

    static Optional<Problem> find(Map<Thread, StackTraceElement[]> threads) {
        return threads.entrySet().stream().filter(thread -> thread.getKey().getName().startsWith(CLIENT_THREADS)
                || Arrays.stream(thread.getValue()).anyMatch(frame -> frame.getClassName().equals(RUN)))
                .flatMap(thread -> caller(thread.getValue()).stream()).findFirst()
                .map(caller -> Problem.of("DIBS-0709", Category.SQL, "a migration has ended the process with System.exit")
                        .at(caller.getFileName() + ":" + caller.getLineNumber())
                        .remedy("Throw an exception instead. In a transaction nothing of it stands; dibs status says where the"
                                + " others are."));
    }

    private static Optional<StackTraceElement> caller(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().equals("java.lang.Runtime") && stack[i].getMethodName().equals("exit")) {
                return Arrays.stream(stack, i, stack.length).filter(frame -> !frame.getClassName().startsWith("java."))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
