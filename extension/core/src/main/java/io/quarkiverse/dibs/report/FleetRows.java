package io.quarkiverse.dibs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.FleetEvent.Began;
import io.quarkiverse.dibs.report.FleetEvent.Ended;
import io.quarkiverse.dibs.report.FleetEvent.Summary;

/** Keeps what a fleet's events say of each target, for the table and the exit status. Not thread-safe. */
public final class FleetRows implements Consumer<FleetEvent> {

    private final List<FleetRow> rows = new ArrayList<>();
    private Began began;
    private Summary summary;

    @Override
    public void accept(FleetEvent event) {
        if (event instanceof Ended ended) {
            rows.add(ended.row());
        } else if (event instanceof Began begin) {
            began = begin;
        } else if (event instanceof Summary last) {
            summary = last;
        }
    }

    /** In the order in which they ended. */
    public List<FleetRow> rows() {
        return List.copyOf(rows);
    }

    /** How many targets there are, or null before that is known. */
    public Began began() {
        return began;
    }

    /** The end, or null when it never came. */
    public Summary summary() {
        return summary;
    }

    public long failed() {
        return rows.stream().filter(FleetRows::isFailed).count();
    }

    /**
     * With which status a command ends that worked on the targets: that of what went wrong where all that failed did so in
     * one way, that of a refused statement where they differ. What nobody knows the end of outweighs the rest.
     */
    public int exitStatus() {
        if (summary.outcome() == MigrationEvent.Outcome.CANCELLED) {
            return Category.INTERRUPTED.exitStatus();
        }
        Set<Category> categories = new TreeSet<>();
        rows.stream().filter(FleetRows::isFailed).flatMap(row -> row.problems().stream()).map(Problem::category)
                .forEach(categories::add);
        if (categories.isEmpty()) {
            return 0;
        }
        return categories.contains(Category.IN_DOUBT) ? Category.IN_DOUBT.exitStatus()
                : categories.size() == 1 ? categories.iterator().next().exitStatus() : Category.SQL.exitStatus();
    }

    /** The status of a command that only asks whether all is as it should be. */
    public int exitStatusOfValidation() {
        int unreadable = exitStatus();
        return unreadable != 0 ? unreadable
                : rows.stream().allMatch(row -> row.problems().isEmpty()) ? 0 : Category.DIFFERENT.exitStatus();
    }

    private static boolean isFailed(FleetRow row) {
        return row.state() == FleetState.UNREADABLE || row.state() == FleetState.FAILED;
    }
}
