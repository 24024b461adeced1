package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A foreign server.
 */
public record ForeignServer(ObjectId id, Optional<String> type, Optional<String> version, String wrapper,
        SortedMap<String, String> options) implements DbObject {

    public ForeignServer {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of(ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, wrapper));
    }

    @Override
    public ForeignServer renamed(IdMap ids) {
        return new ForeignServer(ids.map(id), type, version,
                ids.map(ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, wrapper)).name(), options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
