package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Trigger;

/** SQL for triggers: the text Postgres prints, and when they fire. */
final class TriggerSql implements KindSql<Trigger> {

    @Override
    public List<String> create(Trigger trigger, WriteContext context) {
        String create = Texts.create(trigger.definition());
        return trigger.enabled() == Trigger.Enabled.ORIGIN ? List.of(create) : List.of(create, enabled(trigger));
    }

    @Override
    public List<String> drop(Trigger trigger, WriteContext context) {
        return List.of("DROP TRIGGER " + ObjectNames.name(trigger.id()));
    }

    @Override
    public List<String> rename(Trigger from, ObjectId to, WriteContext context) {
        return List.of("ALTER TRIGGER " + ObjectNames.name(from.id()) + " RENAME TO " + Identifiers.quote(to.name()));
    }

    @Override
    public List<String> alter(Trigger from, Trigger to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case TRIGGER_DEFINITION -> replace(to);
            case TRIGGER_ENABLED -> List.of(enabled(to));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    /** A replaced trigger fires again, whatever it did before. */
    private static List<String> replace(Trigger trigger) {
        String replace = Texts.createOrReplace(trigger.definition());
        return trigger.enabled() == Trigger.Enabled.ORIGIN ? List.of(replace) : List.of(replace, enabled(trigger));
    }

    private static String enabled(Trigger trigger) {
        return ObjectNames.alter(trigger.id().parent()) + " " + trigger.enabled().sql() + " TRIGGER "
                + Identifiers.quote(trigger.id().name());
    }
}
