package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An operator family of an index method; {@code members} are its loose operators and functions, each as
 * {@code ALTER OPERATOR FAMILY ... ADD} takes it. The id's arguments hold the method.
 */
public record OperatorFamily(ObjectId id, String method, List<String> members) implements DbObject {

    public OperatorFamily {
        members = List.copyOf(members);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public OperatorFamily renamed(IdMap ids) {
        return new OperatorFamily(ids.map(id), method, members);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
