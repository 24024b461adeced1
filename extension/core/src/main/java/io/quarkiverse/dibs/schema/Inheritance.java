package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * {@code INHERITS}: the id's parent is the child table. {@code ordinal} is the parent's place, from 1.
 */
public record Inheritance(ObjectId id, ObjectId inherits, int ordinal) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(inherits);
    }

    @Override
    public Inheritance renamed(IdMap ids) {
        return new Inheritance(ids.map(id), ids.map(inherits), ordinal);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the tie between the two tables. */
    public static ObjectId idOf(ObjectId child, ObjectId parent) {
        return ObjectId.part(ObjectKind.INHERITANCE, child, parent.schema() + "." + parent.name());
    }
}
