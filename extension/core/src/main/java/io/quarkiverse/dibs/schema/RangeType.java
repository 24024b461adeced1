package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A range type. Names of functions, operator class and collation are qualified and quoted.
 */
public record RangeType(ObjectId id, SqlType subtype, Optional<String> operatorClass, Optional<String> collation,
        Optional<String> canonical,
        Optional<String> subtypeDiff, Optional<String> multirangeName) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public RangeType renamed(IdMap ids) {
        return new RangeType(ids.map(id), subtype, operatorClass, collation, canonical, subtypeDiff, multirangeName);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
