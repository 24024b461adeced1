package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Extended statistics, with the definition {@code pg_get_statisticsobjdef} prints. The target is absent when it is the default.
 */
public record StatisticsObject(ObjectId id, ObjectId table, Expression definition, OptionalInt target) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of(table);
    }

    @Override
    public StatisticsObject renamed(IdMap ids) {
        return new StatisticsObject(ids.map(id), ids.map(table), definition, target);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
