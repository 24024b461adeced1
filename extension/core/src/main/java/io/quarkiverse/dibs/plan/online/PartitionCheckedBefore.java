package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.sql.DdlWriter;

/**
 * Before: {@code ATTACH PARTITION} looks at all rows of the new partition while nobody may read it. After: a check that says
 * the
 * same as the bounds is added {@code NOT VALID} and validated, {@code ATTACH PARTITION} believes it, and it is dropped again
 * (manual, ALTER TABLE, ATTACH PARTITION).
 */
final class PartitionCheckedBefore implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Create create) || !(create.object() instanceof Partition place)
                || !situation.hasBusyRows(place.id().parent())) {
            return Optional.empty();
        }
        return condition(place, situation).map(condition -> parts(change, place, condition, situation));
    }

    /** With what the bounds of the partitioned table itself say, where it is a partition too. */
    private static Optional<String> condition(Partition place, Situation situation) {
        Optional<String> own = situation.partitionKey(place.partitionOf())
                .flatMap(key -> PartitionBound.condition(key, place.bound()));
        Partition above = situation.placeOf(place.partitionOf()).orElse(null);
        return above == null ? own
                : own.flatMap(condition -> condition(above, situation).map(more -> more + " AND " + condition));
    }

    private static List<Part> parts(Change change, Partition place, String condition, Situation situation) {
        ObjectId table = place.id().parent();
        CheckConstraint check = new CheckConstraint(situation.freeCheckName(table, table.name(), "_partition"),
                new Expression(condition), false, true, true);
        List<Part> parts = new ArrayList<>(ConstraintValidatedApart.parts(new Change.Create(check), check,
                Aspect.CHECK_VALIDATED, situation));
        List<String> last = new ArrayList<>(DdlWriter.create(place, situation.plain()));
        last.addAll(DdlWriter.drop(check, situation.plain()));
        parts.add(new Part(change, situation.plain().withNotValid(true), last, Segment.TRANSACTION,
                "believes the check, so that no row is looked at"));
        return parts;
    }
}
