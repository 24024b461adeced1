package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: {@code DETACH PARTITION}, or {@code DROP TABLE} of a partition, stops everybody who works on the partitioned table.
 * After: {@code DETACH PARTITION ... CONCURRENTLY}, alone and outside a transaction. Postgres leaves a check that says the same
 * as the bounds; it is dropped again (manual, ALTER TABLE, DETACH PARTITION).
 */
final class PartitionDetachedConcurrently implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Drop drop)) {
            return Optional.empty();
        }
        WriteContext form = situation.plain().withConcurrently(true);
        if (drop.object() instanceof Partition place && isPossible(place, situation)) {
            return situation.checkLeftBy(place).map(name -> List.of(detach(place, form), dropCheck(name, place, situation)));
        }
        if (drop.object() instanceof Table table) {
            // the check goes with the table
            return situation.formerPlaceOf(table.id()).filter(place -> isPossible(place, situation))
                    .map(place -> List.of(detach(place, form), new Part(change, form, DdlWriter.drop(table, form),
                            Segment.TRANSACTION, "nobody reaches it through the partitioned table any more")));
        }
        return Optional.empty();
    }

    /** What was begun is only finished; a DEFAULT partition forbids it (manual, ALTER TABLE, DETACH PARTITION). */
    private static boolean isPossible(Partition place, Situation situation) {
        ObjectId partition = place.id().parent();
        return !place.detaching() && situation.isPartitionedTableBusy(place.partitionOf())
                && !situation.hasDefaultPartition(place.partitionOf())
                && !situation.isRenamed(partition) && !situation.isRenamed(place.partitionOf());
    }

    private static Part detach(Partition place, WriteContext form) {
        return new Part(new Change.Drop(place), form, DdlWriter.drop(place, form), Segment.NO_TRANSACTION,
                "detached while others read and write the partitioned table");
    }

    private static Part dropCheck(String name, Partition place, Situation situation) {
        ObjectId id = ObjectId.part(ObjectKind.CHECK, place.id().parent(), name);
        CheckConstraint check = new CheckConstraint(id, new Expression(place.bound()), false, true, true);
        return new Part(new Change.Drop(check), situation.plain(),
                DdlWriter.dropIfThere(check), Segment.TRANSACTION,
                "Postgres leaves a check that says the same as the bounds");
    }
}
