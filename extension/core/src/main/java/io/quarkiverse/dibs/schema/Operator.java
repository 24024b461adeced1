package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * An operator; {@code options} are those of {@code CREATE OPERATOR} in upper case with SQL values.
 */
public record Operator(ObjectId id, SortedMap<String, String> options) implements DbObject {

    public Operator {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Operator renamed(IdMap ids) {
        return new Operator(ids.map(id), options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
