package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A check of a domain; its id's parent is the domain.
 */
public record DomainConstraint(ObjectId id, Expression expression, boolean validated) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public DomainConstraint renamed(IdMap ids) {
        return new DomainConstraint(ids.map(id), expression, validated);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
