package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * Which additions to enums have to be committed before the plan goes on: a label that is added cannot be used in the same
 * transaction (manual, ALTER TYPE), and a later step may hold one of the enum's values in an expression or in rows.
 */
final class NewLabels {

    private final List<Action> order;
    private final Dependencies after;
    /** The place of the last action that may use a value of the enum. */
    private final Map<ObjectId, Integer> lastUse = new HashMap<>();

    NewLabels(List<Action> order, Dependencies after) {
        this.order = order;
        this.after = after;
        if (order.stream().noneMatch(NewLabels::addsLabels)) {
            return;
        }
        for (int i = 0; i < order.size(); i++) {
            Action action = order.get(i);
            if (action.type == Action.Type.CREATE) {
                for (DbObject member : action.members) {
                    if (mayHoldValues(member)) {
                        use(member.id(), i);
                    }
                }
            } else if (action.type == Action.Type.ALTER && (action.alteration.aspect() == Aspect.COLUMN_TYPE
                    || mayHoldValues(action.after))) {
                use(action.after.id(), i);
            }
        }
    }

    private static boolean addsLabels(Action action) {
        return action.type == Action.Type.ALTER && action.alteration.aspect() == Aspect.ENUM_LABELS;
    }

    private void use(ObjectId user, int place) {
        for (ObjectId need : after.of(user)) {
            if (need.kind() == ObjectKind.ENUM) {
                lastUse.put(need, place);
            } else if (need.kind() == ObjectKind.COLUMN || need.kind() == ObjectKind.DOMAIN
                    || need.kind() == ObjectKind.TABLE) {
                after.of(need).stream().filter(other -> other.kind() == ObjectKind.ENUM)
                        .forEach(other -> lastUse.put(other, place));
                if (user.kind() == ObjectKind.PARTITION) {
                    // the bounds hold values of columns that they do not name
                    after.usersOf(need).stream().filter(part -> part.kind() == ObjectKind.COLUMN)
                            .flatMap(column -> after.of(column).stream()).filter(other -> other.kind() == ObjectKind.ENUM)
                            .forEach(other -> lastUse.put(other, place));
                }
            }
        }
    }

    /** Whether the action adds labels that another may use. */
    boolean used(Action action) {
        return addsLabels(action) && lastUse.containsKey(action.id);
    }

    /** Whether the action in that place adds labels that a later one may use. */
    boolean usedAfter(int place) {
        Action action = order.get(place);
        return addsLabels(action) && lastUse.getOrDefault(action.id, -1) > place;
    }

    private static boolean mayHoldValues(DbObject object) {
        return switch (object.id().kind()) {
            case COLUMN_DEFAULT, CHECK, VIEW, MATERIALIZED_VIEW, POLICY, RULE, TRIGGER, PARTITION, EXCLUSION, STATISTICS,
                    DOMAIN,
                    DOMAIN_CONSTRAINT, ROUTINE, AGGREGATE, PUBLICATION ->
                true;
            case INDEX -> ((Index) object).predicate().isPresent()
                    || ((Index) object).keys().stream().anyMatch(key -> key.expression().isPresent());
            case COLUMN -> ((Column) object).generated().isPresent();
            case NAMESPACE, EXTENSION, COLLATION, ENUM, COMPOSITE, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, OPERATOR,
                    OPERATOR_FAMILY, OPERATOR_CLASS, CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING, LANGUAGE, ACCESS_METHOD, CONVERSION, COLUMN_SETTINGS,
                    SEQUENCE, TABLE, FOREIGN_TABLE, SEQUENCE_OWNERSHIP,
                    INHERITANCE, PRIMARY_KEY, UNIQUE, INDEX_PARTITION, FOREIGN_KEY, REPLICA_IDENTITY, CLUSTERING,
                    PARTITION_TRIGGER, EVENT_TRIGGER, SUBSCRIPTION, EXTENSION_DEPENDENCE, OWNER, GRANT, DEFAULT_PRIVILEGES,
                    COMMENT ->
                false;
        };
    }
}
