package io.quarkiverse.dibs.runtime.service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationEvent;

/**
 * What a run told so far, for who comes late. Of what only says how far it is, the latest is kept; of a very long run the
 * oldest
 * statements and words are forgotten, its migrations never. Thread-safe: every follower gets all events in one order.
 */
public final class RunLog {

    /** Who hears the events of a run. */
    public interface Follower {

        void event(MigrationEvent event);

        /** @param failure why the run could not begin, or null */
        void end(Throwable failure);
    }

    static final int KEPT = 10_000;

    private final List<MigrationEvent> events = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private boolean ended;
    private Throwable failure;

    synchronized void add(MigrationEvent event) {
        int last = events.size() - 1;
        if (last >= 0 && isNewsOf(events.get(last), event)) {
            events.set(last, event);
        } else {
            events.add(event);
        }
        if (events.size() > KEPT) {
            forgetOne();
        }
        followers.forEach(follower -> follower.event(event));
    }

    private static boolean isNewsOf(MigrationEvent before, MigrationEvent event) {
        return before instanceof MigrationEvent.Waiting && event instanceof MigrationEvent.Waiting
                || before instanceof MigrationEvent.Progress old && event instanceof MigrationEvent.Progress news
                        && old.version().equals(news.version()) && old.label().equals(news.label());
    }

    private void forgetOne() {
        for (Iterator<MigrationEvent> oldest = events.iterator(); oldest.hasNext();) {
            MigrationEvent event = oldest.next();
            if (event instanceof MigrationEvent.Statement || event instanceof MigrationEvent.Log
                    || event instanceof MigrationEvent.Progress) {
                oldest.remove();
                return;
            }
        }
    }

    /** @param cause why the run could not begin, or null */
    synchronized void end(Throwable cause) {
        ended = true;
        failure = cause;
        followers.forEach(follower -> follower.end(cause));
        followers.clear();
    }

    /** Tells what was, then what is. */
    public synchronized void follow(Follower follower) {
        events.forEach(follower::event);
        if (ended) {
            follower.end(failure);
        } else {
            followers.add(Objects.requireNonNull(follower));
        }
    }

    public synchronized boolean isEnded() {
        return ended;
    }

    /** Why the run could not begin, or else why its migration failed; empty when it went well or has not ended. */
    public synchronized Optional<Problem> problem() {
        if (failure != null) {
            return Optional.of(DibsService.problem(failure));
        }
        return events.stream().filter(MigrationEvent.Failed.class::isInstance)
                .map(event -> ((MigrationEvent.Failed) event).problem()).findFirst();
    }

    /** Waits for the end. */
    public void awaitEnd() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        whenEnded(() -> end.complete(null));
        end.join();
    }

    /** Does something at the end, or at once when that was before. */
    public void whenEnded(Runnable then) {
        follow(new Follower() {
            @Override
            public void event(MigrationEvent event) {
                // only the end is of interest
            }

            @Override
            public void end(Throwable cause) {
                then.run();
            }
        });
    }
}
