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
}
