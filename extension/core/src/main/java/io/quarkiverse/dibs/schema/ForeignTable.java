package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A table of a foreign server.
 */
public record ForeignTable(ObjectId id, String server, SortedMap<String, String> options) implements DbObject {

    public ForeignTable {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of(ObjectId.global(ObjectKind.FOREIGN_SERVER, server));
    }

    @Override
    public ForeignTable renamed(IdMap ids) {
        return new ForeignTable(ids.map(id), ids.map(ObjectId.global(ObjectKind.FOREIGN_SERVER, server)).name(), options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
