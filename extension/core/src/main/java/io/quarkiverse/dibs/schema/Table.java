package io.quarkiverse.dibs.schema;

import java.util.Collection;
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
        storageParameters = Copies.of(storageParameters);
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

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Table that && id.equals(that.id) && persistence == that.persistence
                && rowSecurity == that.rowSecurity && forceRowSecurity == that.forceRowSecurity
                && partitionKey.map(Expression::new).equals(that.partitionKey.map(Expression::new))
                && accessMethod.equals(that.accessMethod)
                && tablespace.equals(that.tablespace) && storageParameters.equals(that.storageParameters)
                && ofType.equals(that.ofType);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
