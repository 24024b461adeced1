package io.quarkiverse.dibs.runtime.service;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.postgres.run.ActiveRun;
import io.quarkus.runtime.ShutdownEvent;

/**
 * The migration runs of this process. The process does not end before each has written its history: a run that a signal ends
 * is rolled back, one whose caller merely went away may finish the migration it is at. Thread-safe.
 */
@Singleton
public class ActiveRuns {

    private static final Logger LOG = Logger.getLogger(ActiveRuns.class);
    private static final Duration LONGEST_ROLLBACK = Duration.ofSeconds(30);

    private final Set<ActiveRun> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean abandoned;

    /** Watches over the run until it has ended. */
    public void add(ActiveRun run) {
        runs.add(run);
        if (abandoned) {
            run.finish();
        }
        run.ended().subscribe().with(done -> runs.remove(run), failure -> runs.remove(run));
    }

    /** Asks all to roll back and end. */
    public boolean cancel() {
        boolean any = !runs.isEmpty();
        runs.forEach(ActiveRun::cancel);
        return any;
    }

    /** Nobody waits for an answer any more: no run begins another migration. */
    public void abandon() {
        abandoned = true;
        runs.forEach(ActiveRun::finish);
    }

    /** Waits until none is left. */
    public void awaitEnd() {
        runs.forEach(run -> run.ended().await().indefinitely());
    }

    /** Observed before Vert.x and with it the connections are closed. */
    void stop(@Observes ShutdownEvent event) {
        if (cancel()) {
            LOG.warn("Rolling the running migration back.");
            try {
                runs.forEach(run -> run.ended().await().atMost(LONGEST_ROLLBACK));
            } catch (RuntimeException e) {
                LOG.error("The migration could not be rolled back in time; the server does it when the connection ends.", e);
            }
        }
    }
}
