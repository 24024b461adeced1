package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A collation. {@code provider} is {@code libc}, {@code icu} or {@code builtin}.
 */
public record Collation(ObjectId id, String provider, String collate, String ctype, Optional<String> rules,
        boolean deterministic) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Collation renamed(IdMap ids) {
        return new Collation(ids.map(id), provider, collate, ctype, rules, deterministic);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
