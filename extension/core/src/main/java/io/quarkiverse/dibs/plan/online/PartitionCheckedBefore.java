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
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.sql.DdlWriter;

/**
 * Before: {@code ATTACH PARTITION} looks at all rows of the new partition, and of the DEFAULT one beside it, while nobody may
 * read them. After: checks that say what the bounds say are added {@code NOT VALID} and validated, {@code ATTACH PARTITION}
 * believes them, and they are dropped again (manual, ALTER TABLE, ATTACH PARTITION).
 */
final class PartitionCheckedBefore implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Create create) || !(create.object() instanceof Partition place)) {
            return Optional.empty();
        }
        ObjectId table = place.id().parent();
        ObjectId rest = situation.defaultPartitionOf(place.partitionOf()).map(other -> other.id().parent())
                .orElse(null);
        boolean restIsBusy = rest != null && situation.hasBusyRows(rest);
        if (!situation.hasBusyRows(table) && !restIsBusy || !situation.keepsDefaultPartition(place.partitionOf())
                || !canBeChecked(table, situation)
                || rest != null && !canBeChecked(rest, situation)) {
            return Optional.empty();
        }
        return condition(place, situation).map(condition -> {
            List<CheckConstraint> checks = new ArrayList<>();
            if (!situation.isNew(table)) {
                checks.add(check(table, "_partition", condition, situation));
            }
            if (rest != null) {
                checks.add(check(rest, "_rest", "NOT (" + own(place, situation).orElseThrow() + ")", situation));
            }
            return parts(change, place, checks, situation);
        });
    }

    /** What has partitions itself would have to be checked in all of them. */
    private static boolean canBeChecked(ObjectId table, Situation situation) {
        return table.kind() == ObjectKind.TABLE && !situation.isPartitioned(table);
    }

    /** With what the bounds of the partitioned table itself say, where it is a partition too. */
    private static Optional<String> condition(Partition place, Situation situation) {
        Partition above = situation.placeOf(place.partitionOf()).orElse(null);
        return above == null ? own(place, situation)
                : own(place, situation)
                        .flatMap(condition -> condition(above, situation).map(more -> more + " AND " + condition));
    }

    private static Optional<String> own(Partition place, Situation situation) {
        return situation.partitionKey(place.partitionOf()).flatMap(key -> PartitionBound.condition(key, place.bound()));
    }

    private static CheckConstraint check(ObjectId table, String end, String condition, Situation situation) {
        return new CheckConstraint(situation.freeCheckName(table, table.name(), end), new Expression(condition), false, true,
                true);
    }

    private static List<Part> parts(Change change, Partition place, List<CheckConstraint> checks, Situation situation) {
        List<Part> parts = new ArrayList<>();
        List<String> last = new ArrayList<>(DdlWriter.create(place, situation.plain()));
        for (CheckConstraint check : checks) {
            parts.addAll(ConstraintValidatedApart.parts(new Change.Create(check), check, Aspect.CHECK_VALIDATED, situation));
            last.addAll(DdlWriter.drop(check, situation.plain()));
        }
        parts.add(new Part(change, situation.plain().withNotValid(true), last, Segment.TRANSACTION,
                "believes the check, so that no row is looked at"));
        return parts;
    }
}
