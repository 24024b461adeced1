package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * The default of a column; the id's parent is the column. An object of its own, as in {@code pg_attrdef}, because a default
 * depends on functions and sequences that the column itself does not.
 */
public record ColumnDefault(ObjectId id, Expression expression) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public ColumnDefault renamed(IdMap ids) {
        return new ColumnDefault(ids.map(id), expression);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The id of the default of the column. */
    public static ObjectId idOf(ObjectId column) {
        return ObjectId.part(ObjectKind.COLUMN_DEFAULT, column, "");
    }

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ColumnDefault that && id.equals(that.id) && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
