package io.quarkiverse.dibs.plan;

import java.util.List;

/** Steps in the order in which they work, proved on the simulated schema. Empty when there is nothing to do. */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** All statements in order, without semicolons. */
    public List<String> statements() {
        return steps.stream().flatMap(step -> step.statements().stream()).toList();
    }

    /** Everything about it that is not in the changes themselves: per step why, what it does to others, and the statements. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            step.reasons().forEach(reason -> text.append("-- ").append(reason).append('\n'));
            step.hazards().forEach(hazard -> text.append("-- ").append(hazard).append('\n'));
            text.append("-- ").append(step.segment()).append(' ').append(step.effects()).append('\n');
            step.statements().forEach(statement -> text.append(statement).append(";\n"));
        }
        return text.toString();
    }
}
