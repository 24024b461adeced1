package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.quarkiverse.dibs.plan.NameKeys.NameKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** Orders what frees a name before what takes it: a drop or a rename away before a create or a rename to. */
final class NameConflicts {

    private final Map<NameKey, Action> freed = new HashMap<>();
    private final Map<ObjectId, Action> createOf;
    private final SortedMap<ObjectId, List<Action>> renames;

    NameConflicts(Map<ObjectId, Action> dropOf, Map<ObjectId, ObjectId> formerNames, Map<ObjectId, Action> createOf,
            SortedMap<ObjectId, List<Action>> renames, Map<ObjectId, Action> swapOf) {
        this.createOf = createOf;
        this.renames = renames;
        if (createOf.isEmpty() && renames.isEmpty()) {
            return;
        }
        dropOf.forEach((id, action) -> {
            // what is renamed on the way takes the name itself that it frees in the end
            if (!swapOf.containsKey(id) && !renames.containsKey(id)) {
                NameKeys.of(formerNames.getOrDefault(id, id)).forEach(key -> freed.put(key, action));
            }
        });
        // the second half of a swap frees only the name that its first half took
        renames.values().forEach(chain -> chain.stream().filter(action -> action.sequence != 2)
                .forEach(action -> NameKeys.of(action.id).forEach(key -> freed.put(key, action))));
    }

    void order() {
        if (!freed.isEmpty()) {
            orderFreed();
        }
        createOf.forEach((id, action) -> {
            NameKey refused = NameKeys.refusing(id);
            if (refused != null) {
                orderBesideType(action, refused);
            }
        });
    }

    private void orderFreed() {
        createOf.forEach((id, action) -> {
            for (NameKey key : NameKeys.of(id)) {
                Action first = freed.get(key);
                if (first != null) {
                    action.needs(first, () -> "the name of " + id + " has to be free");
                }
            }
        });
        renames.values().forEach(chain -> chain.forEach(rename -> {
            for (NameKey key : NameKeys.of(rename.renamedTo)) {
                Action first = freed.get(key);
                if (first != null) {
                    rename.needs(first, () -> "the name " + rename.renamedTo.display() + " has to be free");
                }
            }
        }));
    }

    /** A sequence comes when the type of its name is gone, or before the one that is to be. */
    private void orderBesideType(Action sequence, NameKey type) {
        Action first = freed.get(type);
        if (first != null) {
            sequence.needs(first, () -> "no sequence is created beside a type of its name");
        }
        for (ObjectKind kind : ObjectKind.values()) {
            Action create = kind.isType() ? createOf.get(sequence.id.withKind(kind)) : null;
            if (create != null) {
                create.needs(sequence, () -> "no sequence is created beside a type of its name");
            }
        }
    }
}
