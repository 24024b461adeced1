package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The column a sequence is dropped with ({@code OWNED BY}); the id's parent is the sequence. An object of its own because
 * the column's default usually needs the sequence first.
 */
public record SequenceOwnership(ObjectId id, ObjectId column) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(column);
    }

    @Override
    public SequenceOwnership renamed(IdMap ids) {
        return new SequenceOwnership(ids.map(id), ids.map(column));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the ownership of the sequence. */
    public static ObjectId idOf(ObjectId sequence) {
        return ObjectId.part(ObjectKind.SEQUENCE_OWNERSHIP, sequence, "");
    }
}
