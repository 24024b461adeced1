package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unique constraint. {@code withoutOverlaps} (Postgres 18) is about its last column.
 */
public record UniqueConstraint(ObjectId id, List<String> columns, List<String> include, boolean nullsNotDistinct,
        Deferrability deferrability,
        boolean withoutOverlaps, SortedMap<String, String> storageParameters, Optional<String> tablespace) implements DbObject {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        storageParameters = Copies.of(storageParameters);
    }

    @Override
    public Collection<ObjectId> references() {
        return ObjectId.columns(id.parent(), columns, include);
    }

    @Override
    public UniqueConstraint renamed(IdMap ids) {
        return new UniqueConstraint(ids.map(id), ids.columns(id.parent(), columns), ids.columns(id.parent(), include),
                nullsNotDistinct, deferrability, withoutOverlaps, storageParameters, tablespace);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** A unique constraint about which nothing else is said. */
    public static UniqueConstraint simple(ObjectId id, List<String> columns) {
        return new UniqueConstraint(id, columns, List.of(), false, Deferrability.NOT_DEFERRABLE, false, new TreeMap<>(),
                Optional.empty());
    }
}
