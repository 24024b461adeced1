package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An extension and the schema its objects are in. The objects themselves belong to it and are not listed.
 */
public record Extension(ObjectId id, String schema, String version) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(ObjectId.namespace(schema));
    }

    @Override
    public Extension renamed(IdMap ids) {
        return new Extension(ids.map(id), ids.map(ObjectId.namespace(schema)).name(), version);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
