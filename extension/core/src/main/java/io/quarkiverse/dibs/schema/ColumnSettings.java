package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What is said of one column of a materialized view, or (its position is the id's name) of one expression of an index: how its
 * values are stored and sampled. The type, whose own storage a column has without settings, is absent for an index.
 */
public record ColumnSettings(ObjectId id, Optional<SqlType> type, Optional<String> storage, Optional<String> compression,
        OptionalInt statisticsTarget, SortedMap<String, String> options) implements DbObject {

    public ColumnSettings {
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public ColumnSettings renamed(IdMap ids) {
        return new ColumnSettings(ids.map(id), type, storage, compression, statisticsTarget, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
