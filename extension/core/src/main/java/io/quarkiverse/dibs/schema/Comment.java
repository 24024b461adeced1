package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is said about an object; the id's parent is that object. {@code initial} is what the object says by itself, as an
 * extension does, and says again without the comment; the text is empty where such an object was made to say nothing.
 */
public record Comment(ObjectId id, String text, Optional<String> initial) implements DbObject {

    public Comment(ObjectId id, String text) {
        this(id, text, Optional.empty());
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Comment renamed(IdMap ids) {
        return new Comment(ids.map(id), text, initial);
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

    /** Without what the object says by itself: fingerprints rely on it. */
    @Override
    public String toString() {
        return "Comment[id=" + id + ", text=" + text + "]";
    }
}
