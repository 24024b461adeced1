package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What is done to a trigger of a partitioned table is done to those of its partitions too. Before: the trigger above alone.
 * After: a partition's trigger that is to fire at other times is told so again behind that.
 */
final class KeptPartitionTriggers {

    private KeptPartitionTriggers() {
    }

    /** Adds the alterations that say it again. */
    static void keep(Schema from, Schema to, Set<ObjectId> dropped, SortedMap<ObjectId, List<Alteration>> altered) {
        if (altered.keySet().stream().noneMatch(KeptPartitionTriggers::isTrigger)) {
            return;
        }
        from.all(PartitionTrigger.class).filter(said -> !dropped.contains(said.id()) && !altered.containsKey(said.id()))
                .filter(said -> said.over().stream().anyMatch(above -> isTrigger(above) && altered.containsKey(above)))
                .toList().forEach(said -> to.find(said.id(), PartitionTrigger.class)
                        .ifPresent(wanted -> altered.computeIfAbsent(said.id(), none -> new ArrayList<>())
                                .add(new Alteration(said, wanted, Aspect.PARTITION_TRIGGER_ENABLED))));
    }

    private static boolean isTrigger(ObjectId id) {
        return id.kind() == ObjectKind.TRIGGER || id.kind() == ObjectKind.PARTITION_TRIGGER;
    }
}
