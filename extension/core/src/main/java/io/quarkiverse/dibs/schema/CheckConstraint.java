package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A check of a table. A constraint that a table only inherits is not listed; it comes and goes with its parent's.
 */
public record CheckConstraint(ObjectId id, Expression expression, boolean noInherit, boolean validated,
        boolean enforced) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public CheckConstraint renamed(IdMap ids) {
        return new CheckConstraint(ids.map(id), expression, noInherit, validated, enforced);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
