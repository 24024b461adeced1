package io.quarkiverse.dibs.plan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * New ties of a table to its parents come in their order, and before old ones go if that can be: a column that both hand down
 * then stays one that the table has from parents alone.
 */
final class InheritanceOrder {

    private InheritanceOrder() {
    }

    static void order(Schema from, List<Action> actions, Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf) {
        Map<ObjectId, List<Action>> created = actions.stream()
                .filter(action -> action.type == Action.Type.CREATE && action.id.kind() == ObjectKind.INHERITANCE)
                .sorted(Comparator.comparingInt(action -> ((Inheritance) action.after).ordinal()))
                .collect(Collectors.groupingBy(action -> action.id.parent()));
        if (created.isEmpty()) {
            return;
        }
        created.forEach((table, ties) -> {
            for (int i = 1; i < ties.size(); i++) {
                Action previous = ties.get(i - 1);
                ties.get(i).needs(previous, () -> "the parents of " + table + " are in this order");
            }
        });
        for (Action drop : actions) {
            if (drop.type == Action.Type.DROP && drop.before instanceof Inheritance tie) {
                // a table does not inherit from one that inherits from it
                Set<ObjectId> above = above(from, tie.inherits());
                created.values().stream().flatMap(List::stream)
                        .filter(create -> above.contains(create.id.parent())
                                && isBelow(from, ((Inheritance) create.after).inherits(), tie.id().parent()))
                        .forEach(create -> create.needs(drop, () -> "it would inherit from what inherits from it"));
            }
        }
        for (Action drop : actions) {
            if (drop.type == Action.Type.DROP && drop.id.kind() == ObjectKind.INHERITANCE && !createOf.containsKey(drop.id)) {
                created.getOrDefault(drop.id.parent(), List.of()).stream().filter(tie -> !dropOf.containsKey(tie.id))
                        .forEach(drop::wishes);
            }
        }
    }

    private static boolean isBelow(Schema from, ObjectId table, ObjectId ancestor) {
        return above(from, table).contains(ancestor);
    }

    /** The table itself and what it inherits from, by whatever way. */
    private static Set<ObjectId> above(Schema from, ObjectId table) {
        Set<ObjectId> above = new HashSet<>(Set.of(table));
        Deque<ObjectId> queue = new ArrayDeque<>(above);
        while (!queue.isEmpty()) {
            ObjectId next = queue.remove();
            from.all(Inheritance.class).filter(tie -> tie.id().parent().equals(next)).map(Inheritance::inherits)
                    .filter(above::add).forEach(queue::add);
        }
        return above;
    }
}
