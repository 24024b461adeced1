package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.report.MigrationEvent.Waiting;

/** Comes back to the server after the connection was lost, to look at what became of the work. */
final class Reconnection {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_MILLIS = 250;

    private Reconnection() {
    }

    /**
     * A session on the same server that holds the lock. The lock is free again only when the old session has ended on the
     * server, so having it means that nothing of that goes on. The old session is ended where it does not end by itself.
     *
     * @throws DibsException when there is no way back in time, or DIBS-0613 when it leads to another server
     */
    static RunnerSession after(RunnerSession old, RunOptions options, Cancellation cancellation,
            Consumer<? super Waiting> events) {
        RunnerSession session;
        for (int attempt = 1;; attempt++) {
            try {
                session = old.reconnect();
                break;
            } catch (DibsException e) {
                if (attempt == ATTEMPTS || e.problem().code().equals("DIBS-0613")) {
                    throw e;
                }
                cancellation.pause(Duration.ofMillis(FIRST_MILLIS << attempt));
            }
        }
        old.close();
        try {
            session.lock().takeOver(old.backend());
            session.lock().acquire(options.lockWait(), cancellation, events);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }
}
