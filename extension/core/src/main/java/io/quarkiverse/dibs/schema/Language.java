package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A procedural language; its functions are qualified and quoted.
 */
public record Language(ObjectId id, boolean trusted, String handler, Optional<String> inline,
        Optional<String> validator) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Language renamed(IdMap ids) {
        return new Language(ids.map(id), trusted, handler, inline, validator);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
