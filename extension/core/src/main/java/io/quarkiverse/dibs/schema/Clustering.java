package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The index a table is marked to be clustered on; the id's parent is the table.
 */
public record Clustering(ObjectId id, ObjectId index) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(index);
    }

    @Override
    public Clustering renamed(IdMap ids) {
        return new Clustering(ids.map(id), ids.map(index));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
