package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * Columns of one table that get other types one after the other do so in one statement: each statement of its own would write
 * every row and every index again (manual, ALTER TABLE: "multiple table scans or rewrites can thereby be combined into a single
 * pass over the table").
 */
final class RewrittenOnce {

    private static final String COLUMN = " ALTER COLUMN ";

    private RewrittenOnce() {
    }

    /**
     * Both steps as one.
     *
     * @param next does not wait for the other
     * @return empty where one statement cannot do both, and where one of them loses data: who does not allow that still wants
     *         the other
     */
    static Optional<Step> both(Step step, Step next) {
        Optional<ObjectId> table = retyped(step);
        if (table.isEmpty() || !table.equals(retyped(next)) || deletesData(step) || deletesData(next)
                || step.segment() != Segment.TRANSACTION
                || next.segment() != Segment.TRANSACTION) {
            return Optional.empty();
        }
        String statement = step.statements().get(0);
        String more = next.statements().get(0);
        int end = statement.indexOf(COLUMN);
        String start = end < 0 ? "" : statement.substring(0, end);
        // in a quoted name it could stand too
        boolean plain = start.startsWith("ALTER TABLE ") && start.chars().filter(c -> c == '"').count() % 2 == 0;
        if (!plain || !more.startsWith(start + COLUMN)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>(step.changes());
        changes.addAll(next.changes());
        LinkedHashSet<HazardNote> hazards = new LinkedHashSet<>(step.hazards());
        hazards.addAll(next.hazards());
        LinkedHashSet<String> reasons = new LinkedHashSet<>(step.reasons());
        reasons.addAll(next.reasons());
        return Optional.of(new Step(step.number(), changes,
                List.of(statement + ",\n   " + more.substring(start.length())), Segment.TRANSACTION,
                step.effects().and(next.effects()), List.copyOf(hazards), List.copyOf(reasons)));
    }

    private static boolean deletesData(Step step) {
        return step.hazards().stream().anyMatch(note -> note.hazard() == Hazard.DELETES_DATA);
    }

    /** The table of which the step only gives columns other types. */
    private static Optional<ObjectId> retyped(Step step) {
        boolean only = step.statements().size() == 1
                && step.changes().stream().allMatch(change -> change instanceof Change.Alter alter
                        && alter.alteration().aspect() == Aspect.COLUMN_TYPE);
        return only ? Optional.of(step.changes().get(0).id().parent()) : Optional.empty();
    }
}
