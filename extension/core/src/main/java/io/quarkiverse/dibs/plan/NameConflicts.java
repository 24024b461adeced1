package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.plan.NameKeys.NameKey;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Trigger;

/** Orders what frees a name before what takes it: a drop or a rename away before a create or a rename to. */
final class NameConflicts {

    private final Map<NameKey, Action> freed = new HashMap<>();
    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final SortedMap<ObjectId, List<Action>> renames;
    /** Alterations after which a column has another identity, or none. */
    private final List<Action> identities;

    NameConflicts(RowMoves moves, Map<ObjectId, Action> dropOf, Map<ObjectId, ObjectId> formerNames,
            Map<ObjectId, Action> createOf,
            SortedMap<ObjectId, List<Action>> renames, Map<ObjectId, Action> swapOf, SortedMap<ObjectId, List<Action>> alters) {
        this.dropOf = dropOf;
        this.createOf = createOf;
        this.renames = renames;
        this.identities = alters.values().stream().flatMap(List::stream)
                .filter(alter -> alter.alteration.aspect() == Aspect.COLUMN_IDENTITY).toList();
        if (createOf.isEmpty() && renames.isEmpty() && identities.isEmpty()) {
            return;
        }
        dropOf.values().stream().distinct().filter(drop -> !moves.isAside(drop.id))
                .forEach(drop -> drop.members.stream().flatMap(NameConflicts::identitySequence)
                        .forEach(key -> freed.put(key, drop)));
        identities.stream().filter(alter -> !sequenceAfter(alter).equals(sequenceBefore(alter)))
                .forEach(alter -> sequenceBefore(alter).forEach(key -> freed.put(key, alter)));
        dropOf.forEach((id, action) -> {
            if (!action.id.equals(id.parent())) {
                NameKeys.place(id).forEach(key -> freed.put(key, action));
            }
            // what is renamed on the way takes the name itself that it frees in the end
            if (!swapOf.containsKey(id) && !renames.containsKey(id)) {
                keys(formerNames.getOrDefault(id, id), action).forEach(key -> freed.put(key, action));
            }
        });
        // the second half of a swap frees only the name that its first half took
        renames.values().forEach(chain -> chain.stream().filter(action -> action.sequence != 2)
                .forEach(action -> NameKeys.of(action.id).forEach(key -> freed.put(key, action))));
    }

    /** A constraint trigger has the name of a constraint too. */
    private static List<NameKey> keys(ObjectId id, Action action) {
        List<NameKey> keys = NameKeys.of(id);
        boolean constraint = id.kind() == ObjectKind.TRIGGER && action.members.stream()
                .anyMatch(member -> member instanceof Trigger trigger && trigger.isConstraint());
        return constraint ? List.of(keys.get(0), NameKeys.constraint(id)) : keys;
    }

    private static List<NameKey> sequenceBefore(Action alter) {
        return identitySequence(alter.before).toList();
    }

    private static List<NameKey> sequenceAfter(Action alter) {
        return identitySequence(alter.after).toList();
    }

    /** The sequence behind an identity has a name like any other, though it is no object of its own. */
    private static Stream<NameKey> identitySequence(DbObject object) {
        return object instanceof Column column
                ? column.identity().flatMap(Column.Identity::sequence).stream().map(name -> NameKeys
                        .of(ObjectId.inSchema(ObjectKind.SEQUENCE, column.id().schema(), name)).get(0))
                : Stream.of();
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
            for (NameKey key : keys(id, action)) {
                Action first = freed.get(key);
                if (first != null) {
                    action.needs(first, () -> "the name of " + id + " has to be free");
                }
            }
            for (NameKey key : NameKeys.place(id)) {
                Action first = freed.get(key);
                if (first != null) {
                    action.needs(first, () -> "its table has no second one");
                }
            }
        });
        createOf.values().stream().distinct().forEach(create -> create.members.stream().flatMap(NameConflicts::identitySequence)
                .forEach(key -> takesIdentity(create, key)));
        identities.stream().filter(alter -> !sequenceAfter(alter).equals(sequenceBefore(alter)))
                .forEach(alter -> sequenceAfter(alter).forEach(key -> takesIdentity(alter, key)));
        renames.values().forEach(chain -> chain.forEach(rename -> {
            for (NameKey key : NameKeys.of(rename.renamedTo)) {
                Action first = freed.get(key);
                boolean goesOn = first != null && first.sequence == 1 && first.id.equals(rename.renamedTo);
                boolean ownDrop = first != null && first == dropOf.get(rename.renamedTo);
                if (first != null && !goesOn && !ownDrop) {
                    rename.needs(first, () -> "the name " + rename.renamedTo.display() + " has to be free");
                }
            }
        }));
    }

    private void takesIdentity(Action action, NameKey key) {
        Action first = freed.get(key);
        if (first != null) {
            action.needs(first, () -> "the name of its own sequence has to be free");
        }
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
