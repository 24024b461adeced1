package io.quarkiverse.dibs.postgres.fleet;

import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/** What is done with each target. Thread-safe. */
interface TargetTask {

    /**
     * What is said of a target whose history was read; empty when it has to be {@link #run}.
     *
     * @param millis how long the look has taken
     */
    Optional<FleetRow> seen(Target target, Verdict verdict, long millis);

    /** Does what there is to do; blocking. */
    FleetRow run(Target target, Verdict before, Consumer<FleetEvent> events);

    /** The state of a target whose history could not be read. */
    FleetState unreadable();

    /** How it ended where nothing failed. */
    Outcome success();

    void cancel();

    /** Brings what is under way to its end, and no more. */
    void finish();
}
