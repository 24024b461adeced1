package io.quarkiverse.dibs.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * New ties of a table to its parents come in their order, and before old ones go if that can be: a column that both hand down
 * then stays one that the table has from parents alone.
 */
final class InheritanceOrder {

    private InheritanceOrder() {
    }

    static void order(List<Action> actions, Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf) {
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
            if (drop.type == Action.Type.DROP && drop.id.kind() == ObjectKind.INHERITANCE && !createOf.containsKey(drop.id)) {
                created.getOrDefault(drop.id.parent(), List.of()).stream().filter(tie -> !dropOf.containsKey(tie.id))
                        .forEach(drop::wishes);
            }
        }
    }
}
