package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A domain; its checks are objects of their own.
 */
public record DomainType(ObjectId id, SqlType baseType, Optional<String> collation, Optional<Expression> defaultValue,
        boolean notNull) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public DomainType renamed(IdMap ids) {
        return new DomainType(ids.map(id), baseType, collation, defaultValue, notNull);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
