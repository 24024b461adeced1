package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;

import io.quarkiverse.dibs.spi.MigrationInvoker;

/** Finds the line of a migration's source at which it is now. */
final class CallSite {

    private CallSite() {
    }

    /** {@code org/acme/M1Start.java:12}, from the innermost frame of the current thread that is in the migration's class. */
    static Optional<String> here(MigrationInvoker migration) {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> isWithin(frame.getClassName(), migration)).findFirst()
                .map(frame -> location(migration, frame.getFileName(), frame.getLineNumber())));
    }

    /** The same for the place where something was thrown. */
    static Optional<String> of(Throwable failure, MigrationInvoker migration) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            for (StackTraceElement frame : t.getStackTrace()) {
                if (isWithin(frame.getClassName(), migration)) {
                    return Optional.of(location(migration, frame.getFileName(), frame.getLineNumber()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(String className, MigrationInvoker migration) {
        return className.equals(migration.className()) || className.startsWith(migration.className() + "$");
    }

    private static String location(MigrationInvoker migration, String file, int line) {
        String source = migration.sourceFile().isEmpty() ? file : migration.sourceFile();
        if (source == null) {
            return migration.className();
        }
        return line > 0 ? source + ":" + line : source;
    }
}
