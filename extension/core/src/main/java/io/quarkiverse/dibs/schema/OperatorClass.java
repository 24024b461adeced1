package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An operator class; {@code members} are each as {@code CREATE OPERATOR CLASS} takes it. The id's arguments hold the method.
 */
public record OperatorClass(ObjectId id, String method, boolean isDefault, SqlType type, ObjectId family,
        List<String> members) implements DbObject {

    public OperatorClass {
        members = List.copyOf(members);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of(family);
    }

    @Override
    public OperatorClass renamed(IdMap ids) {
        return new OperatorClass(ids.map(id), method, isDefault, type, ids.map(family), members);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
