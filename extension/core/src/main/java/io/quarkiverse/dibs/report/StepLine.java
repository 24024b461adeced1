package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.dibs.plan.Segment;

/**
 * One step of a plan: its statements in order, the segment it runs in, why it stands there and its dangers.
 *
 * @param number counts from 1
 */
public record StepLine(int number, Segment segment, List<String> statements, List<String> reasons, List<HazardLine> hazards) {

    public StepLine {
        Objects.requireNonNull(segment);
        statements = List.copyOf(statements);
        reasons = List.copyOf(reasons);
        hazards = List.copyOf(hazards);
    }
}
