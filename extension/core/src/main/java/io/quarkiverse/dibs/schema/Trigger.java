package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A trigger of a table or view, with the definition {@code pg_get_triggerdef} prints. One that a partition has from its
 * parent is not listed. A row check with a message ({@code @TriggerCheck}) is a trigger and its function.
 */
public record Trigger(ObjectId id, Expression definition, Enabled enabled) implements DbObject {

    private static final Pattern CONSTRAINT = Pattern.compile("CREATE\\s+CONSTRAINT\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether it is a constraint trigger, which has a name among its table's constraints too. */
    public boolean isConstraint() {
        return CONSTRAINT.matcher(definition.sql()).matches();
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Trigger renamed(IdMap ids) {
        return new Trigger(ids.map(id), definition, enabled);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** When a trigger or rule fires, with the words of {@code ALTER TABLE}. */
    public enum Enabled {
        ORIGIN("ENABLE"),
        DISABLED("DISABLE"),
        REPLICA("ENABLE REPLICA"),
        ALWAYS("ENABLE ALWAYS");

        private final String sql;

        Enabled(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
