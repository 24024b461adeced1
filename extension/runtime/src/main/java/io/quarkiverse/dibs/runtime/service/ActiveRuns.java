package io.quarkiverse.dibs.runtime.service;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.postgres.run.ActiveRun;
import io.quarkiverse.dibs.postgres.run.MigrationRun;
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
    private volatile RunLog latest;

    /** Watches over the run until it has ended. */
    public void add(ActiveRun run) {
        runs.add(run);
        if (abandoned) {
            run.finish();
        }
        run.ended().subscribe().with(done -> runs.remove(run), failure -> runs.remove(run));
    }

    /** The same, and keeps what it tells for who comes late. */
    public RunLog record(MigrationRun run) {
        RunLog log = new RunLog();
        latest = log;
        add(run);
        run.events().subscribe().with(log::add, log::end, () -> log.end(null));
        return log;
    }

    /** What the latest recorded run told, be it under way or not. */
    public Optional<RunLog> latest() {
        return Optional.ofNullable(latest);
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
        if (!runs.isEmpty()) {
            ExitInMigration.endAtOnce();
        }
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
