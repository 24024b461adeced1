package io.quarkiverse.dibs.planfile;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.plan.RelationCap;
import io.quarkiverse.dibs.plan.Segment;

/**
 * Steps that are committed together: one transaction, or a single step outside any.
 *
 * @param number counts from 1
 */
public record PlannedSegment(int number, boolean transactional, List<PlannedStep> steps) {

    public PlannedSegment {
        steps = List.copyOf(steps);
    }

    /** All statements in order. */
    public List<String> statements() {
        return steps.stream().flatMap(step -> step.line().statements().stream()).toList();
    }

    /** Neighbours share a transaction, up to one that has to be committed first, and as many as a server has locks for. */
    static List<PlannedSegment> of(List<PlannedStep> steps) {
        List<PlannedSegment> segments = new ArrayList<>();
        List<PlannedStep> open = new ArrayList<>();
        RelationCap cap = new RelationCap();
        for (PlannedStep step : steps) {
            if (step.line().segment() == Segment.NO_TRANSACTION) {
                close(open, segments);
                cap.clear();
                segments.add(new PlannedSegment(segments.size() + 1, false, List.of(step)));
            } else {
                if (cap.isExceededBy(step.locks().keySet())) {
                    close(open, segments);
                }
                open.add(step);
                if (step.line().segment() == Segment.COMMIT_AFTER) {
                    close(open, segments);
                    cap.clear();
                }
            }
        }
        close(open, segments);
        return segments;
    }

    private static void close(List<PlannedStep> open, List<PlannedSegment> segments) {
        if (!open.isEmpty()) {
            segments.add(new PlannedSegment(segments.size() + 1, true, open));
            open.clear();
        }
    }
}
