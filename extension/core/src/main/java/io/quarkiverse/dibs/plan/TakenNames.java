package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.plan.NameKeys.NameKey;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * Who has which name on the virtual schema. Keeps only the names that an action will ask for, since most objects of a schema
 * stay, or go, and their names are in nobody's way. Not thread-safe.
 */
final class TakenNames {

    private final Map<NameKey, ObjectId> holders;
    /** What is asked for: names whatever their space, and for its one primary key the name of the table. */
    private final Set<String> asked = new HashSet<>();

    /** @param actions that will be tried, in whatever order */
    TakenNames(List<Action> actions) {
        int coming = 0;
        for (Action action : actions) {
            if (action.type == Action.Type.CREATE) {
                for (DbObject member : action.members) {
                    ask(member.id());
                }
                coming += action.members.size();
            } else if (action.type == Action.Type.RENAME) {
                ask(action.id);
                ask(action.renamedTo);
            }
        }
        holders = new HashMap<>(coming + coming / 3 + 1);
    }

    private void ask(ObjectId id) {
        asked.add(id.name());
        if (id.kind() == ObjectKind.PRIMARY_KEY) {
            asked.add(id.parent().name());
        }
    }

    private boolean isAsked(ObjectId id) {
        return asked.contains(id.name()) || id.kind() == ObjectKind.PRIMARY_KEY && asked.contains(id.parent().name());
    }

    /** The names that the object takes up, and its place. */
    static List<NameKey> keys(ObjectId id) {
        List<NameKey> place = NameKeys.place(id);
        if (place.isEmpty()) {
            return NameKeys.of(id);
        }
        List<NameKey> keys = new ArrayList<>(NameKeys.of(id));
        keys.addAll(place);
        return keys;
    }

    /** Null when nobody has it. */
    ObjectId holder(NameKey key) {
        return holders.get(key);
    }

    void give(NameKey key, ObjectId holder) {
        holders.put(key, holder);
    }

    void give(Map<NameKey, ObjectId> names) {
        holders.putAll(names);
    }

    /** Everything that the object takes up. */
    void give(ObjectId id) {
        give(id, id);
    }

    /** Everything that an object of the identity {@code named} would take up. */
    void give(ObjectId named, ObjectId holder) {
        if (isAsked(named)) {
            keys(named).forEach(key -> holders.put(key, holder));
        }
    }

    void free(NameKey key) {
        holders.remove(key);
    }

    /** What {@link #give(ObjectId, ObjectId)} gave, unless another has got it since. */
    void free(ObjectId named, ObjectId holder) {
        if (isAsked(named)) {
            keys(named).forEach(key -> holders.remove(key, holder));
        }
    }
}
