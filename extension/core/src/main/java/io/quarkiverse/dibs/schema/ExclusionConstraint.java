package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An exclusion constraint, with the definition {@code pg_get_constraintdef} prints ({@code EXCLUDE USING ...}).
 */
public record ExclusionConstraint(ObjectId id, Expression definition) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public ExclusionConstraint renamed(IdMap ids) {
        return new ExclusionConstraint(ids.map(id), definition);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
