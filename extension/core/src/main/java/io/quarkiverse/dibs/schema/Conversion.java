package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A conversion between two encodings; the function is qualified and quoted.
 */
public record Conversion(ObjectId id, boolean isDefault, String source, String target, String function) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Conversion renamed(IdMap ids) {
        return new Conversion(ids.map(id), isDefault, source, target, function);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
