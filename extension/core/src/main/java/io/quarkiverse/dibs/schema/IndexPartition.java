package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The tie of a partition's index (or key) to the one of its partitioned table. The id's parent is the partition's index,
 * primary key or unique constraint; {@code partitionOf} is the same on the partitioned table.
 */
public record IndexPartition(ObjectId id, ObjectId partitionOf) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(partitionOf);
    }

    @Override
    public IndexPartition renamed(IdMap ids) {
        return new IndexPartition(ids.map(id), ids.map(partitionOf));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the tie of the index or key. */
    public static ObjectId idOf(ObjectId index) {
        return ObjectId.part(ObjectKind.INDEX_PARTITION, index, "");
    }
}
