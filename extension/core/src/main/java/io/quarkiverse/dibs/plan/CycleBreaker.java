package io.quarkiverse.dibs.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.plan.NameKeys.NameKey;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * Finds what to take out of the statements of actions that wait for each other. Before: two tables, each dropped with a foreign
 * key to the other. After: the keys are dropped apart, then the tables. Two names that are swapped go through a third.
 */
final class CycleBreaker {

    /** Definitions in which no data is, those first on which least hangs, and at the end one under which columns move over. */
    private static final List<Aspect> REDEFINED = List.of(Aspect.SEQUENCE_OWNED_BY, Aspect.PUBLICATION_MEMBERS,
            Aspect.TRIGGER_DEFINITION,
            Aspect.POLICY_DEFINITION,
            Aspect.RULE_DEFINITION, Aspect.VIEW_QUERY, Aspect.ROUTINE_DEFINITION, Aspect.COMPOSITE_ATTRIBUTES);

    private final Dependencies before;
    private final Dependencies after;

    CycleBreaker(Dependencies before, Dependencies after) {
        this.before = before;
        this.after = after;
    }

    /** The parts of these actions that hold another of them up; empty when no part can be taken out. */
    Set<ObjectId> apart(List<Action> cyclic) {
        Map<ObjectId, Action> drops = new HashMap<>();
        Map<ObjectId, Action> creates = new HashMap<>();
        for (Action action : cyclic) {
            for (DbObject member : action.members) {
                (action.type == Action.Type.DROP ? drops : creates).put(member.id(), action);
            }
        }
        Set<ObjectId> apart = new HashSet<>();
        drops.forEach((id, action) -> {
            if (canStandApart(id, true) && crosses(id, action, before, drops)) {
                apart.add(id);
            }
        });
        creates.forEach((id, action) -> {
            if (canStandApart(id, false) && crosses(id, action, after, creates)) {
                apart.add(id);
            }
        });
        return apart.isEmpty() ? waitingForNames(drops, creates) : apart;
    }

    /**
     * The keys of tables to be whose names have to become free first. Before: a table goes once its sequence belongs to
     * another, which comes once the key of the first is gone. After: the other one comes without its key.
     */
    private static Set<ObjectId> waitingForNames(Map<ObjectId, Action> drops, Map<ObjectId, Action> creates) {
        Set<NameKey> freed = drops.keySet().stream().flatMap(id -> NameKeys.of(id).stream()).collect(Collectors.toSet());
        return creates.entrySet().stream()
                .filter(entry -> canStandApart(entry.getKey(), false) && entry.getValue().members.size() > 1
                        && !entry.getValue().id.equals(entry.getKey())
                        && NameKeys.of(entry.getKey()).stream().anyMatch(freed::contains))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The rename to be done through a temporary name, as the identity it ends with; null when renames are not the matter. */
    static ObjectId throughTemporary(List<Action> cyclic) {
        return cyclic.stream().filter(action -> action.type == Action.Type.RENAME && action.sequence == 0)
                .map(action -> action.renamedTo).sorted().findFirst().orElse(null);
    }

    /**
     * What can go and come instead of being put in the place of its former self. Before: a view waits for what it is to read,
     * which waits for the column that it reads now to go. Null when nothing of that kind is in the way.
     *
     * @param rebuilt what does so already
     */
    static Action redefinition(List<Action> cycle, Set<ObjectId> rebuilt) {
        return cycle.stream()
                .filter(action -> action.type == Action.Type.ALTER && !rebuilt.contains(action.id)
                        && REDEFINED.contains(action.alteration.aspect()))
                .min(Comparator.comparing((Action action) -> REDEFINED.indexOf(action.alteration.aspect()))
                        .thenComparing(Action.ORDER))
                .orElse(null);
    }

    private static boolean crosses(ObjectId id, Action action, Dependencies dependencies, Map<ObjectId, Action> others) {
        return action.members.size() > 1 && !action.id.equals(id)
                && dependencies.of(id).stream().anyMatch(need -> others.containsKey(need) && others.get(need) != action);
    }

    private static boolean canStandApart(ObjectId id, boolean drop) {
        return switch (id.kind()) {
            case COLUMN_DEFAULT, CHECK, PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
            case FOREIGN_KEY, INDEX, TRIGGER, POLICY, RULE, STATISTICS, SEQUENCE_OWNERSHIP, PARTITION, INHERITANCE,
                    DOMAIN_CONSTRAINT ->
                drop;
            default -> false;
        };
    }
}
