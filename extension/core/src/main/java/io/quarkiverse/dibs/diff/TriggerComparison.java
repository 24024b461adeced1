package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Trigger;

/** Compares triggers, event triggers, rules and policies. */
final class TriggerComparison {

    private TriggerComparison() {
    }

    static Difference compare(Trigger from, Trigger to) {
        boolean differs = !from.definition().equals(to.definition());
        return new Verdict<>(from, to)
                .refuse(differs && (from.isConstraint() || to.isConstraint()), "a constraint trigger cannot be altered")
                .aspect(differs, Aspect.TRIGGER_DEFINITION)
                .aspect(Trigger::enabled, Aspect.TRIGGER_ENABLED).difference();
    }

    static Difference compare(PartitionTrigger from, PartitionTrigger to) {
        return new Verdict<>(from, to)
                .aspect(!from.enabled().equals(to.enabled()) || !from.usual().equals(to.usual()),
                        Aspect.PARTITION_TRIGGER_ENABLED)
                .difference();
    }

    static Difference compare(EventTrigger from, EventTrigger to) {
        String definition = "the definition of an event trigger cannot be changed";
        return new Verdict<>(from, to)
                .fixed(EventTrigger::event, definition)
                .fixed(EventTrigger::tags, definition)
                .fixed(EventTrigger::function, definition)
                .aspect(EventTrigger::enabled, Aspect.EVENT_TRIGGER_ENABLED).difference();
    }

    static Difference compare(Rule from, Rule to) {
        return new Verdict<>(from, to)
                .aspect(Rule::definition, Aspect.RULE_DEFINITION)
                .aspect(Rule::enabled, Aspect.RULE_ENABLED).difference();
    }

    static Difference compare(Policy from, Policy to) {
        return new Verdict<>(from, to)
                .fixed(Policy::permissive, "a policy cannot become permissive or restrictive")
                .fixed(Policy::command, "the command of a policy cannot be changed")
                .refuse(from.using().isPresent() && to.using().isEmpty(), "the USING of a policy cannot be removed")
                .refuse(from.withCheck().isPresent() && to.withCheck().isEmpty(),
                        "the WITH CHECK of a policy cannot be removed")
                .aspect(true, Aspect.POLICY_DEFINITION).difference();
    }
}
