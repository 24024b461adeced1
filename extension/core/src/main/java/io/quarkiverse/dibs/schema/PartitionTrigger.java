package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * When the trigger fires that a partition has from its partitioned table: there only where that is not as on the table above
 * it. The id's parent is the partition, its name that of the trigger there.
 *
 * @param usual when it fires on the table above, and on the partition unless something else is said
 * @param over the trigger it comes from, the partition's place in the tree, and what is said of the tables between: whoever
 *        changes one of them changes this with it
 */
public record PartitionTrigger(ObjectId id, Trigger.Enabled enabled, Trigger.Enabled usual,
        List<ObjectId> over) implements DbObject {

    public PartitionTrigger {
        over = List.copyOf(new TreeSet<>(over));
    }

    @Override
    public Collection<ObjectId> references() {
        return over;
    }

    @Override
    public PartitionTrigger renamed(IdMap ids) {
        return new PartitionTrigger(ids.map(id), enabled, usual, over.stream().map(ids::map).toList());
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of what is said of the trigger on the partition. */
    public static ObjectId idOf(ObjectId partition, String trigger) {
        return ObjectId.part(ObjectKind.PARTITION_TRIGGER, partition, trigger);
    }
}
