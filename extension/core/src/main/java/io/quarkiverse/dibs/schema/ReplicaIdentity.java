package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * {@code REPLICA IDENTITY} other than the default; the id's parent is the table. {@code index} is an index or a key.
 */
public record ReplicaIdentity(ObjectId id, Mode mode, Optional<ObjectId> index) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return index.<Collection<ObjectId>> map(List::of).orElse(List.of());
    }

    @Override
    public ReplicaIdentity renamed(IdMap ids) {
        return new ReplicaIdentity(ids.map(id), mode, ids.map(index));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** What identifies a row for logical replication. */
    public enum Mode {
        NOTHING,
        FULL,
        INDEX
    }
}
