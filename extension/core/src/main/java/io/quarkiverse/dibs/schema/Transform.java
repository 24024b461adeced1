package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A transform: how the values of a type get into a procedural language and out of it. The id's name is
 * {@code type LANGUAGE language}; the functions are qualified and have their arguments.
 */
public record Transform(ObjectId id, SqlType type, Optional<String> fromSql, Optional<String> toSql) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Transform renamed(IdMap ids) {
        return new Transform(ids.map(id), type, fromSql, toSql);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
