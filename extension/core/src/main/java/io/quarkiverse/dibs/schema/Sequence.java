package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A sequence that stands alone. The sequence behind an identity column is part of the column.
 */
public record Sequence(ObjectId id, SequenceOptions options, Persistence persistence) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Sequence renamed(IdMap ids) {
        return new Sequence(ids.map(id), options, persistence);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
