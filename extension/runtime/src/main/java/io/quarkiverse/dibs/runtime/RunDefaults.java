package io.quarkiverse.dibs.runtime;

import java.time.Duration;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkus.runtime.LaunchMode;

/** How a run behaves unless the caller says otherwise: what the configuration says. */
public final class RunDefaults {

    /** Postgres takes settings of time as milliseconds of 32 bits. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
    /** Less is none in Postgres' eyes, and none means without an end. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private RunDefaults() {
    }

    /**
     * @param version of the application
     * @throws DibsException DIBS-0708 when a time in the configuration is none that can be waited
     */
    public static RunOptions of(DibsConfig config, String version) {
        return RunOptions.defaults().withLockWait(time("lock-wait", config.lockWait(), true))
                .withLockTimeout(time("lock-timeout", config.lockTimeout(), false))
                .withStatementTimeout(time("statement-timeout", config.statementTimeout(), true))
                .withOutOfOrder(config.allowOutOfOrder())
                .withMissing(config.allowMissing().orElseGet(() -> LaunchMode.current().isDevOrTest()))
                .withApplicationVersion(version);
    }

    private static Duration time(String property, Duration time, boolean mayBeZero) {
        if (time.isZero() && mayBeZero || time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) {
            return time;
        }
        throw new DibsException(Problem.of("DIBS-0708", Category.USAGE,
                "quarkus.dibs." + property + " is no time to wait: " + text(time))
                .remedy("Give a time of 1 millisecond to 24 days, as 500ms or 30s" + (mayBeZero ? ", or 0." : ".")));
    }

    private static String text(Duration time) {
        return time.getNano() == 0 ? time.getSeconds() + "s" : time.toString();
    }
}
