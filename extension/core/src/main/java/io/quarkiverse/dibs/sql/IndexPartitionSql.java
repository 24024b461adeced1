package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** SQL that attaches a partition's index. It cannot be detached: it goes with its index or its table. */
final class IndexPartitionSql implements KindSql<IndexPartition> {

    @Override
    public List<String> create(IndexPartition place, WriteContext context) {
        return List.of("ALTER INDEX " + Identifiers.qualify(index(place.partitionOf())) + " ATTACH PARTITION "
                + Identifiers.qualify(index(place.id().parent())));
    }

    @Override
    public List<String> drop(IndexPartition place, WriteContext context) {
        return List.of();
    }

    @Override
    public List<String> rename(IndexPartition from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(IndexPartition from, IndexPartition to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }

    /** The index of a key has the key's name and its table's schema. */
    private static ObjectId index(ObjectId indexOrKey) {
        return ObjectId.inSchema(ObjectKind.INDEX, indexOrKey.schema(), indexOrKey.name());
    }
}
