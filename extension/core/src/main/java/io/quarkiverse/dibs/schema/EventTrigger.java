package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;

/**
 * An event trigger. {@code function} is qualified and quoted.
 */
public record EventTrigger(ObjectId id, String event, List<String> tags, String function,
        Trigger.Enabled enabled) implements DbObject {

    public EventTrigger {
        tags = List.copyOf(tags);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public EventTrigger renamed(IdMap ids) {
        return new EventTrigger(ids.map(id), event, tags, function, enabled);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
