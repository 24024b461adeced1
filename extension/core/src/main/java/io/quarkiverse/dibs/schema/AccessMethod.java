package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An access method; {@code type} is {@code TABLE} or {@code INDEX}, the handler is qualified and quoted.
 */
public record AccessMethod(ObjectId id, String type, String handler) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public AccessMethod renamed(IdMap ids) {
        return new AccessMethod(ids.map(id), type, handler);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
