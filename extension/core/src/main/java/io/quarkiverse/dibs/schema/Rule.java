package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * A rewrite rule other than a view's own, with the definition {@code pg_get_ruledef} prints.
 */
public record Rule(ObjectId id, Expression definition, Trigger.Enabled enabled) implements DbObject {

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Rule renamed(IdMap ids) {
        return new Rule(ids.map(id), definition, enabled);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
