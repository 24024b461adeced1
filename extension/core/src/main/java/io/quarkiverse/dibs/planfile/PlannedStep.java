package io.quarkiverse.dibs.planfile;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.report.StepLine;

/**
 * A step of a plan file: what reports show of it, and its effects.
 *
 * @param locks the strongest lock on each relation that was there before: {@code users} to {@code access exclusive}
 * @param scans relations all of whose rows are read
 * @param rewrites relations all of whose rows are written again
 */
public record PlannedStep(StepLine line, SortedMap<String, String> locks, List<String> scans, List<String> rewrites) {

    public PlannedStep {
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
        scans = List.copyOf(scans);
        rewrites = List.copyOf(rewrites);
    }

    /** Whether it takes as long as a table is large. */
    public boolean isLong() {
        return !scans.isEmpty() || !rewrites.isEmpty();
    }
}
