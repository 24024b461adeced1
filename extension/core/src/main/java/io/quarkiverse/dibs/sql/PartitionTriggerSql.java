package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Trigger;

/** SQL for when the trigger of a partition fires, which came with that of the partitioned table. */
final class PartitionTriggerSql implements KindSql<PartitionTrigger> {

    @Override
    public List<String> create(PartitionTrigger trigger, WriteContext context) {
        return List.of(fires(trigger.id(), trigger.enabled()));
    }

    @Override
    public List<String> drop(PartitionTrigger trigger, WriteContext context) {
        return List.of(fires(trigger.id(), trigger.usual()));
    }

    @Override
    public List<String> rename(PartitionTrigger from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(PartitionTrigger from, PartitionTrigger to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.PARTITION_TRIGGER_ENABLED ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }

    private static String fires(ObjectId id, Trigger.Enabled enabled) {
        return ObjectNames.alter(id.parent()) + " " + enabled.sql() + " TRIGGER " + Identifiers.quote(id.name());
    }
}
