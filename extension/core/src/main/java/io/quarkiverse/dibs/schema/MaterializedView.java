package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A materialized view.
 */
public record MaterializedView(ObjectId id, List<View.ViewColumn> columns, Expression query,
        SortedMap<String, String> storageParameters,
        Optional<String> accessMethod, Optional<String> tablespace, boolean populated) implements DbObject {

    public MaterializedView {
        columns = List.copyOf(columns);
        storageParameters = Copies.of(storageParameters);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public MaterializedView renamed(IdMap ids) {
        return new MaterializedView(ids.map(id), columns, query, storageParameters, accessMethod, tablespace, populated);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
