package io.quarkiverse.dibs.postgres.fleet;

import java.util.concurrent.CompletableFuture;

import io.quarkiverse.dibs.postgres.run.ActiveRun;
import io.quarkiverse.dibs.report.FleetEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;

/** Work on many targets under way. It goes on whether or not somebody watches it. Thread-safe. */
public final class FleetRun implements ActiveRun {

    private final UnicastProcessor<FleetEvent> events = UnicastProcessor.create();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Fleet fleet;

    private FleetRun(Fleet fleet) {
        this.fleet = fleet;
    }

    static FleetRun start(Fleet fleet) {
        FleetRun run = new FleetRun(fleet);
        // a plain thread: what makes virtual ones is not in the JDK that this is compiled for
        Thread thread = new Thread(run::run, "dibs-fleet");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    private void run() {
        try {
            fleet.run(events::onNext);
            events.onComplete();
        } catch (RuntimeException | Error e) {
            events.onError(e);
        } finally {
            ended.complete(null);
        }
    }

    /** What happens, from the beginning; for one subscriber. Completes after the summary. */
    public Multi<FleetEvent> events() {
        return events;
    }

    @Override
    public Uni<Void> ended() {
        return Uni.createFrom().completionStage(ended);
    }

    /** Rolls back the current migration of each target that is worked on, and begins no other target. */
    @Override
    public void cancel() {
        fleet.cancel();
    }

    @Override
    public void finish() {
        fleet.finish();
    }
}
