package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/**
 * Tries again what failed because of what others do at the moment: a lock not got in time, a deadlock, a serialization failure.
 * The waits grow and vary; the timeouts are never dropped.
 */
final class Backoff {

    static final int ATTEMPTS = 10;
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;

    private final Cancellation cancellation;
    private final Consumer<String> log;
    private final Consumer<Duration> rests;

    /**
     * @param log told before each wait
     */
    Backoff(Cancellation cancellation, Consumer<String> log) {
        this(cancellation, log, rest -> {
        });
    }

    /**
     * @param rests told how long nothing is sent from now on, which is no sign that the connection is lost
     */
    Backoff(Cancellation cancellation, Consumer<String> log, Consumer<Duration> rests) {
        this.cancellation = cancellation;
        this.log = log;
        this.rests = rests;
    }

    /** Whether a further attempt makes sense after this many. */
    boolean goesOn(int attempts, StatementException failure) {
        return attempts < ATTEMPTS && failure.isTransient() && !cancellation.isRequested();
    }

    /** Waits before the next attempt; blocking. */
    void pause(int attempts, StatementException failure) {
        cancellation.pause(wait(attempts, failure));
    }

    /** The same for a statement that stands by itself. */
    <T> Uni<T> around(Uni<T> statement) {
        return around(statement, 1);
    }

    private <T> Uni<T> around(Uni<T> statement, int attempts) {
        return statement.onFailure(failure -> StatementException.in(failure).filter(e -> goesOn(attempts, e)).isPresent())
                .recoverWithUni(failure -> {
                    Duration rest = wait(attempts, StatementException.in(failure).orElseThrow());
                    rests.accept(rest);
                    return Uni.createFrom().voidItem().onItem().delayIt().by(rest).invoke(cancellation::check)
                            .flatMap(waited -> around(statement, attempts + 1));
                });
    }

    Duration wait(int attempts, StatementException failure) {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 10));
        long millis = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        log.accept(failure.problem().message() + ": attempt " + attempts + " of " + ATTEMPTS + ", trying again in " + millis
                + " ms");
        return Duration.ofMillis(millis);
    }
}
