package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * What is said about an object; the id's parent is that object.
 */
public record Comment(ObjectId id, String text) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Comment renamed(IdMap ids) {
        return new Comment(ids.map(id), text);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the comment on the index behind a constraint, which can have one beside the constraint's own. */
    public static ObjectId idOfIndex(ObjectId constraint) {
        return ObjectId.part(ObjectKind.COMMENT, constraint, "index");
    }

    public boolean isOfIndex() {
        return id.name().equals("index");
    }

    /** The id of the comment on the object. */
    public static ObjectId idOf(ObjectId target) {
        return ObjectId.part(ObjectKind.COMMENT, target, "");
    }
}
