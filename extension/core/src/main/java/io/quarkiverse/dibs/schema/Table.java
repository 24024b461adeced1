package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table: plain, partitioned or a partition. Its columns, constraints, place in a partition tree and so on are objects of
 * their own. The access method is absent when it is heap.
 */
public record Table(ObjectId id, Persistence persistence, Optional<String> partitionKey, Optional<String> accessMethod,
        Optional<String> tablespace, SortedMap<String, String> storageParameters, boolean rowSecurity, boolean forceRowSecurity,
        Optional<SqlType> ofType) implements DbObject {

    public Table {
        storageParameters = Collections.unmodifiableSortedMap(new TreeMap<>(storageParameters));
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Table renamed(IdMap ids) {
        return new Table(ids.map(id), persistence, partitionKey, accessMethod, tablespace, storageParameters, rowSecurity,
                forceRowSecurity, ofType);
    }

    public Table withOfType(Optional<SqlType> newOfType) {
        return new Table(id, persistence, partitionKey, accessMethod, tablespace, storageParameters, rowSecurity,
                forceRowSecurity, newOfType);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** A plain permanent table with nothing special about it. */
    public static Table plain(ObjectId id) {
        return new Table(id, Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(),
                false,
                false, Optional.empty());
    }
}
