package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A foreign data wrapper. Function names are qualified and quoted.
 */
public record ForeignDataWrapper(ObjectId id, Optional<String> handler, Optional<String> validator,
        SortedMap<String, String> options) implements DbObject {

    public ForeignDataWrapper {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public ForeignDataWrapper renamed(IdMap ids) {
        return new ForeignDataWrapper(ids.map(id), handler, validator, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
