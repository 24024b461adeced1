package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A publication. {@code members} are each as {@code ALTER PUBLICATION ... ADD} takes it.
 */
public record Publication(ObjectId id, boolean allTables, List<String> members,
        SortedMap<String, String> options) implements DbObject {

    public Publication {
        members = List.copyOf(members);
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Publication renamed(IdMap ids) {
        return new Publication(ids.map(id), allTables, members, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
