package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A schema, called a namespace here as in the catalog because {@link Schema} is the whole.
 */
public record Namespace(ObjectId id) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Namespace renamed(IdMap ids) {
        return new Namespace(ids.map(id));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
