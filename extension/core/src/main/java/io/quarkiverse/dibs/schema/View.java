package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A view. {@code columns} are its column names and types in order: what {@code CREATE OR REPLACE VIEW} may only append to.
 */
public record View(ObjectId id, List<ViewColumn> columns, Expression query,
        SortedMap<String, String> options) implements DbObject {

    public View {
        columns = List.copyOf(columns);
        options = Copies.of(options);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public View renamed(IdMap ids) {
        return new View(ids.map(id), columns, query, options);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** One column of a view. */
    public record ViewColumn(String name, SqlType type, Optional<String> collation) {
    }
}
