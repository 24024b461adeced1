package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;

/** SQL for a table that becomes a partition, or stops being one; its rows stay in it. */
final class PartitionSql implements KindSql<Partition> {

    @Override
    public List<String> create(Partition partition, WriteContext context) {
        return List.of(ObjectNames.alter(partition.partitionOf()) + " ATTACH PARTITION "
                + Identifiers.qualify(partition.id().parent()) + " " + partition.bound());
    }

    @Override
    public List<String> drop(Partition partition, WriteContext context) {
        return List.of(ObjectNames.alter(partition.partitionOf()) + " DETACH PARTITION "
                + Identifiers.qualify(partition.id().parent())
                + (partition.detaching() ? " FINALIZE" : context.concurrently() ? " CONCURRENTLY" : ""));
    }

    @Override
    public List<String> rename(Partition from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Partition from, Partition to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
