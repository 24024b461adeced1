package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Trigger;

/** SQL for event triggers. */
final class EventTriggerSql implements KindSql<EventTrigger> {

    @Override
    public List<String> create(EventTrigger trigger, WriteContext context) {
        String create = "CREATE EVENT TRIGGER " + Identifiers.quote(trigger.id().name()) + " ON " + trigger.event()
                + (trigger.tags().isEmpty() ? ""
                        : trigger.tags().stream().map(Literals::string)
                                .collect(Collectors.joining(", ", " WHEN TAG IN (", ")")))
                + " EXECUTE FUNCTION " + trigger.function() + (trigger.function().endsWith(")") ? "" : "()");
        return trigger.enabled() == Trigger.Enabled.ORIGIN ? List.of(create) : List.of(create, enabled(trigger));
    }

    @Override
    public List<String> drop(EventTrigger trigger, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(trigger.id()));
    }

    @Override
    public List<String> rename(EventTrigger from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(EventTrigger from, EventTrigger to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.EVENT_TRIGGER_ENABLED ? List.of(enabled(to)) : KindSql.cannotAlter(from, aspect);
    }

    private static String enabled(EventTrigger trigger) {
        return ObjectNames.alter(trigger.id()) + " " + trigger.enabled().sql();
    }
}
