package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A primary key. {@code withoutOverlaps} (Postgres 18) is about its last column.
 */
public record PrimaryKey(ObjectId id, List<String> columns, List<String> include, Deferrability deferrability,
        boolean withoutOverlaps,
        SortedMap<String, String> storageParameters, Optional<String> tablespace) implements DbObject {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        storageParameters = Copies.of(storageParameters);
    }

    @Override
    public Collection<ObjectId> references() {
        return ObjectId.columns(id.parent(), columns, include);
    }

    @Override
    public PrimaryKey renamed(IdMap ids) {
        return new PrimaryKey(ids.map(id), ids.columns(id.parent(), columns), ids.columns(id.parent(), include), deferrability,
                withoutOverlaps, storageParameters, tablespace);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** A primary key about which nothing else is said. */
    public static PrimaryKey simple(ObjectId id, List<String> columns) {
        return new PrimaryKey(id, columns, List.of(), Deferrability.NOT_DEFERRABLE, false, new TreeMap<>(), Optional.empty());
    }

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PrimaryKey that && id.equals(that.id) && deferrability == that.deferrability
                && withoutOverlaps == that.withoutOverlaps && columns.equals(that.columns) && include.equals(that.include)
                && storageParameters.equals(that.storageParameters) && tablespace.equals(that.tablespace);
    }

    @Override
    public int hashCode() {
        // more than the identity: what stands for a structure has the identity of every other of its kind
        return id.hashCode() * 31 + columns.hashCode();
    }
}
