package io.quarkiverse.dibs.postgres.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;

/** A run under way. It goes on whether or not somebody watches it, until it is done or cancelled. Thread-safe. */
public final class MigrationRun implements ActiveRun {

    private final UnicastProcessor<MigrationEvent> events;
    private final Cancellation cancellation;
    private final AtomicBoolean finishing;
    private final CompletableFuture<Void> ended;

    MigrationRun(UnicastProcessor<MigrationEvent> events, Cancellation cancellation, AtomicBoolean finishing,
            CompletableFuture<Void> ended) {
        this.finishing = finishing;
        this.events = events;
        this.cancellation = cancellation;
        this.ended = ended;
    }

    /**
     * What happens, as it happens, from the beginning; for one subscriber. Completes after the summary; fails with a
     * {@link io.quarkiverse.dibs.error.DibsException} when the run could not begin. Cancelling the subscription does not
     * cancel the run.
     */
    public Multi<MigrationEvent> events() {
        return events;
    }

    @Override
    public Uni<Void> ended() {
        return Uni.createFrom().completionStage(ended);
    }

    @Override
    public void cancel() {
        cancellation.request();
    }

    /** It ends behind the migration it is at. */
    @Override
    public void finish() {
        finishing.set(true);
    }
}
