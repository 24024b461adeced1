package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run is to do and how long it may wait.
 *
 * @param to the last version to apply
 * @param only the one version to apply; at most one of the two is given
 * @param dryRun whether everything is rolled back at the end
 * @param lockWait how long to wait for another runner
 * @param lockTimeout how long a statement waits for a lock; never without an end
 * @param statementTimeout how long a statement inside a transaction may take; zero means without an end
 * @param allowOutOfOrder whether to apply what is older than the newest applied
 * @param allowMissing whether to go on where the history has migrations that the code has not
 * @param applicationVersion recorded in the history
 */
public record RunOptions(Optional<String> to, Optional<String> only, boolean dryRun, Duration lockWait, Duration lockTimeout,
        Duration statementTimeout, boolean allowOutOfOrder, boolean allowMissing, String applicationVersion) {

    public static final Duration DEFAULT_LOCK_WAIT = Duration.ofSeconds(60);
    public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(2);
    public static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofSeconds(30);

    public RunOptions {
        Objects.requireNonNull(applicationVersion);
        if (to.isPresent() && only.isPresent()) {
            throw new IllegalArgumentException("a run goes up to a version or applies only one, not both");
        }
        if (lockTimeout.isZero() || lockTimeout.isNegative()) {
            throw new IllegalArgumentException("waiting for a lock must have an end");
        }
    }

    /** All that is pending, with the waits that are safe on a busy database. */
    public static RunOptions defaults() {
        return new RunOptions(Optional.empty(), Optional.empty(), false, DEFAULT_LOCK_WAIT, DEFAULT_LOCK_TIMEOUT,
                DEFAULT_STATEMENT_TIMEOUT, false, false, "");
    }

    public RunOptions withTo(String version) {
        return new RunOptions(Optional.of(version), only, dryRun, lockWait, lockTimeout, statementTimeout, allowOutOfOrder,
                allowMissing,
                applicationVersion);
    }

    public RunOptions withOnly(String version) {
        return new RunOptions(to, Optional.of(version), dryRun, lockWait, lockTimeout, statementTimeout, allowOutOfOrder,
                allowMissing,
                applicationVersion);
    }

    public RunOptions withDryRun(boolean rollBack) {
        return new RunOptions(to, only, rollBack, lockWait, lockTimeout, statementTimeout, allowOutOfOrder, allowMissing,
                applicationVersion);
    }

    public RunOptions withLockWait(Duration wait) {
        return new RunOptions(to, only, dryRun, wait, lockTimeout, statementTimeout, allowOutOfOrder, allowMissing,
                applicationVersion);
    }

    public RunOptions withLockTimeout(Duration timeout) {
        return new RunOptions(to, only, dryRun, lockWait, timeout, statementTimeout, allowOutOfOrder, allowMissing,
                applicationVersion);
    }

    public RunOptions withStatementTimeout(Duration timeout) {
        return new RunOptions(to, only, dryRun, lockWait, lockTimeout, timeout, allowOutOfOrder, allowMissing,
                applicationVersion);
    }

    public RunOptions withOutOfOrder(boolean allowed) {
        return new RunOptions(to, only, dryRun, lockWait, lockTimeout, statementTimeout, allowed, allowMissing,
                applicationVersion);
    }

    public RunOptions withMissing(boolean allowed) {
        return new RunOptions(to, only, dryRun, lockWait, lockTimeout, statementTimeout, allowOutOfOrder, allowed,
                applicationVersion);
    }

    public RunOptions withApplicationVersion(String version) {
        return new RunOptions(to, only, dryRun, lockWait, lockTimeout, statementTimeout, allowOutOfOrder, allowMissing,
                version);
    }
}
