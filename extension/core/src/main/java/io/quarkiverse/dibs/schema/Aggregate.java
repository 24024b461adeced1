package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * An aggregate. {@code signature} is its argument list with names and modes; {@code options} are those of
 * {@code CREATE AGGREGATE} in upper case with SQL values.
 */
public record Aggregate(ObjectId id, String signature, SortedMap<String, String> options) implements DbObject {

    public Aggregate {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Aggregate renamed(IdMap ids) {
        return new Aggregate(ids.map(id), signature, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
