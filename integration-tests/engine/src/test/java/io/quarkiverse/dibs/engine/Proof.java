package io.quarkiverse.dibs.engine;

import java.util.List;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What came of one direction of a pair.
 *
 * @param plan null when none was made
 * @param rejection the code of the problem with which a plan was refused, or null
 * @param failures empty when everything is as it must be
 * @param about what the plan was made from
 */
record Proof(String pair, boolean forward, Plan plan, String rejection, List<String> failures, Subject about) {

    /** Two schemas, and the renames that were declared between them. */
    record Subject(Schema from, Schema to, List<Intent.Rename> renames) {
    }

    boolean holds() {
        return failures.isEmpty() && rejection == null;
    }

    String direction() {
        return forward ? "forward" : "backward";
    }

    String describe() {
        StringBuilder text = new StringBuilder(pair).append(' ').append(direction());
        if (rejection != null) {
            text.append("\n  refused: ").append(rejection);
        }
        failures.forEach(failure -> text.append("\n  ").append(failure.replace("\n", "\n    ")));
        if (plan != null) {
            text.append("\n  the plan:\n").append(PlanText.of(plan).indent(4));
        }
        return text.toString();
    }
}
