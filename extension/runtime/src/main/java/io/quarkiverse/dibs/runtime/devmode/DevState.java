package io.quarkiverse.dibs.runtime.devmode;

import java.util.Optional;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.ShownChanges;

/**
 * How database, entities and migrations stand to each other, as dev mode saw it last.
 *
 * @param number counts from 1 with each look, so that a page knows whether it shows the newest
 * @param database for people, without a password; empty before anything was looked at
 * @param check absent before the first look and when it failed
 * @param problem why the look failed
 * @param sources why the sources do not become an application, in the compiler's words
 * @param looking whether a look is under way
 * @param running whether a migration is
 */
public record DevState(long number, String database, Optional<CheckReport> check, Optional<Problem> problem,
        Optional<String> sources, boolean looking, boolean running) {

    static final DevState UNKNOWN = new DevState(0, "", Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    /** As they are shown: a new column and its default are one. */
    public int changes() {
        return check.map(seen -> ShownChanges.of(seen.diff().changes()).size()).orElse(0);
    }

    /** The migrations that a run would apply. */
    public int pending() {
        return check.map(seen -> seen.pending().size()).orElse(0);
    }

    /** How many dangers the steps of the difference have. */
    public int hazards() {
        return check.map(seen -> seen.diff().steps().stream().mapToInt(step -> step.hazards().size()).sum()).orElse(0);
    }

    DevState seen(String newDatabase, CheckReport report) {
        return new DevState(number + 1, newDatabase, Optional.of(report), Optional.empty(), sources, false, running);
    }

    DevState failed(Problem why) {
        return new DevState(number + 1, database, Optional.empty(), Optional.of(why), sources, false, running);
    }

    DevState withLooking() {
        return new DevState(number, database, check, problem, sources, true, running);
    }

    DevState withRunning(boolean now) {
        return new DevState(number, database, check, problem, sources, looking, now);
    }

    DevState withSources(Optional<String> why) {
        return new DevState(number, database, check, problem, why, looking, running);
    }
}
