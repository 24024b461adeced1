package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An enumerated type; the order of the labels is their sort order.
 */
public record EnumType(ObjectId id, List<String> labels) implements DbObject {

    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public EnumType renamed(IdMap ids) {
        return new EnumType(ids.map(id), labels);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
