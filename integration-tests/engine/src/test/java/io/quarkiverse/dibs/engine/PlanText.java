package io.quarkiverse.dibs.engine;

import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;

/** A plan as it is read in review: the statements, where transactions end, and why an object is built anew. */
final class PlanText {

    private PlanText() {
    }

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Step step : plan.steps()) {
            step.reasons().stream().filter(reason -> !reason.startsWith("after step"))
                    .forEach(reason -> text.append("-- ").append(reason).append('\n'));
            step.statements().forEach(statement -> text.append(statement).append(";\n"));
            if (step.segment() == Segment.COMMIT_AFTER) {
                text.append("-- commit\n");
            } else if (step.segment() == Segment.NO_TRANSACTION) {
                text.append("-- outside any transaction\n");
            }
        }
        return text.toString();
    }
}
