package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The owner of the object that is the id's parent. Not listed when it is the role that reads the catalog.
 */
public record Owner(ObjectId id, String role) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Owner renamed(IdMap ids) {
        return new Owner(ids.map(id), role);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the ownership of the object. */
    public static ObjectId idOf(ObjectId target) {
        return ObjectId.part(ObjectKind.OWNER, target, "");
    }
}
