package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A composite type that stands alone (a table's row type is part of the table).
 */
public record CompositeType(ObjectId id, List<Attribute> attributes) implements DbObject {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public CompositeType renamed(IdMap ids) {
        return new CompositeType(ids.map(id), attributes);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** One field of the type. */
    public record Attribute(String name, SqlType type, Optional<String> collation) {
    }
}
