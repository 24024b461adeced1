package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The place of a table in a partition tree: the id's parent is the partition. {@code bound} is the text of
 * {@code pg_get_expr(relpartbound)}: {@code FOR VALUES ...} or {@code DEFAULT}.
 *
 * @param detaching its detachment was begun concurrently and interrupted: nobody reaches its rows through the parent any more,
 *        and all that can be done is to finish it
 */
public record Partition(ObjectId id, ObjectId partitionOf, String bound, boolean detaching) implements DbObject {

    public Partition(ObjectId id, ObjectId partitionOf, String bound) {
        this(id, partitionOf, bound, false);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of(partitionOf);
    }

    @Override
    public Partition renamed(IdMap ids) {
        return new Partition(ids.map(id), ids.map(partitionOf), bound, detaching);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the partition's place. */
    public static ObjectId idOf(ObjectId table) {
        return ObjectId.part(ObjectKind.PARTITION, table, "");
    }
}
