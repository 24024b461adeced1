package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What generated migrations are to reach. Before: the whole difference. After: the difference less what would lose data without
 * consent; what is kept is kept whole, with its parts and with what only it needs, so that the rest still works.
 */
record GenerationGoal(Diff diff, Plan plan, List<String> withheld) {

    private static final int ROUNDS = 20;

    /**
     * @param allowed hazards by written name
     */
    static GenerationGoal of(Diff wanted, PlanOptions options, Set<String> allowed) {
        Diff diff = wanted;
        Set<String> withheld = new LinkedHashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Plan plan = Planner.plan(diff, options);
            List<Step> refused = plan.steps().stream().filter(step -> refusal(step, allowed).isPresent()).toList();
            if (refused.isEmpty()) {
                return new GenerationGoal(diff, plan, List.copyOf(withheld));
            }
            Schema.Builder goal = diff.to().toBuilder();
            Set<ObjectId> kept = new HashSet<>();
            for (Step step : refused) {
                withheld.add(describe(step, refusal(step, allowed).orElseThrow()));
                step.changes().forEach(change -> keep(change, wanted.from(), goal, kept));
            }
            keepWhatBelongsToIt(wanted.from(), diff.to(), goal, kept);
            diff = Differ.between(diff.from(), goal.build(), wanted, options.serverMajor());
        }
        throw new IllegalStateException("what deletes data cannot be told apart from the rest");
    }

    private static Optional<HazardNote> refusal(Step step, Set<String> allowed) {
        return step.hazards().stream().filter(note -> note.hazard() == Hazard.DELETES_DATA
                && !allowed.contains(note.hazard().writtenName())).findFirst();
    }

    private static String describe(Step step, HazardNote hazard) {
        return String.join("; ", step.statements()) + " -- " + hazard.reason() + "; to have it: --allow "
                + hazard.hazard().writtenName();
    }

    /** The object stays as it is; one that takes its place does not come. */
    private static void keep(Change change, Schema from, Schema.Builder goal, Set<ObjectId> kept) {
        from.find(change.id()).ifPresent(object -> {
            goal.put(object);
            kept.add(object.id());
        });
    }

    private static void keepWhatBelongsToIt(Schema from, Schema to, Schema.Builder goal, Set<ObjectId> kept) {
        boolean grew = true;
        while (grew) {
            List<ObjectId> more = new ArrayList<>();
            for (DbObject object : from.objects()) {
                ObjectId id = object.id();
                if (!kept.contains(id) && !to.contains(id)
                        && (kept.contains(id.parent()) || from.dependenciesOf(id).stream().anyMatch(kept::contains))) {
                    more.add(id);
                    goal.put(object);
                }
            }
            // what a kept object needs cannot go either
            for (ObjectId id : List.copyOf(kept)) {
                for (ObjectId need : from.dependenciesOf(id)) {
                    if (!to.contains(need) && !kept.contains(need) && !more.contains(need)) {
                        more.add(need);
                        from.find(need).ifPresent(goal::put);
                    }
                }
            }
            grew = kept.addAll(more);
        }
    }
}
