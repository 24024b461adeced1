package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A user mapping; the id's parent is the server, its name the role (empty for {@code PUBLIC}).
 */
public record UserMapping(ObjectId id, SortedMap<String, String> options) implements DbObject {

    public UserMapping {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public UserMapping renamed(IdMap ids) {
        return new UserMapping(ids.map(id), options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
