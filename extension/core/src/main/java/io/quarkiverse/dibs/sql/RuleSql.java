package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Trigger;

/** SQL for rewrite rules: the text Postgres prints, and when they fire. */
final class RuleSql implements KindSql<Rule> {

    @Override
    public List<String> create(Rule rule, WriteContext context) {
        String create = Texts.create(rule.definition());
        return rule.enabled() == Trigger.Enabled.ORIGIN ? List.of(create) : List.of(create, enabled(rule));
    }

    @Override
    public List<String> drop(Rule rule, WriteContext context) {
        return List.of("DROP RULE " + ObjectNames.name(rule.id()));
    }

    @Override
    public List<String> rename(Rule from, ObjectId to, WriteContext context) {
        return List.of("ALTER RULE " + ObjectNames.name(from.id()) + " RENAME TO " + Identifiers.quote(to.name()));
    }

    @Override
    public List<String> alter(Rule from, Rule to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case RULE_DEFINITION -> List.of(Texts.createOrReplace(to.definition()));
            case RULE_ENABLED -> List.of(enabled(to));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    private static String enabled(Rule rule) {
        return ObjectNames.alter(rule.id().parent()) + " " + rule.enabled().sql() + " RULE "
                + Identifiers.quote(rule.id().name());
    }
}
