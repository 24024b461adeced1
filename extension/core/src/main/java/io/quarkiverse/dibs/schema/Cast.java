package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A cast; the id's name is {@code source AS target}. {@code method} is what stands behind the types: {@code WITH FUNCTION ...},
 * {@code WITH INOUT} or {@code WITHOUT FUNCTION}; {@code context} is {@code AS ASSIGNMENT}, {@code AS IMPLICIT} or empty.
 */
public record Cast(ObjectId id, SqlType source, SqlType target, String method, String context) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Cast renamed(IdMap ids) {
        return new Cast(ids.map(id), source, target, method, context);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
