package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * A schema on which actions are tried before any server sees them: whole objects, who needs whom, and which names are taken.
 * Refuses what Postgres would refuse for lack of an object, for a dependant or for a name. Not thread-safe.
 */
final class VirtualSchema {

    private final Map<ObjectId, DbObject> objects = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> needs = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> users = new HashMap<>();
    private final Map<String, ObjectId> names = new HashMap<>();
    /** Where an object stands that was moved out of the way of its successor. */
    private final Map<ObjectId, ObjectId> moved = new HashMap<>();
    /** The names that renamed objects take up until they are dropped. */
    private final Map<ObjectId, ObjectId> formerNames;
    private final Dependencies after;

    VirtualSchema(Schema from, List<Action> renames, Map<ObjectId, ObjectId> formerNames, Dependencies before,
            Dependencies after) {
        this.after = after;
        this.formerNames = formerNames;
        for (DbObject object : from.objects()) {
            put(object, before.of(object.id()));
        }
        for (Action rename : renames) {
            if (rename.sequence != 1) {
                // objects are known by their names to be; until then they take up the former one
                NameKeys.of(rename.renamedTo).forEach(key -> names.remove(key, rename.renamedTo));
            }
        }
        formerNames.keySet().forEach(id -> NameKeys.of(id).forEach(key -> names.remove(key, id)));
        for (Action rename : renames) {
            if (rename.sequence == 0) {
                NameKeys.of(rename.id).forEach(key -> names.put(key, rename.id));
            }
        }
        formerNames.forEach((id, former) -> NameKeys.of(former).forEach(key -> names.put(key, id)));
    }

    private void put(DbObject object, Set<ObjectId> needed) {
        objects.put(object.id(), object);
        link(object.id(), needed);
        NameKeys.of(object.id()).forEach(key -> names.put(key, object.id()));
    }

    private void link(ObjectId id, Set<ObjectId> needed) {
        unlink(id);
        needs.put(id, needed);
        needed.forEach(need -> users.computeIfAbsent(need, other -> new HashSet<>()).add(id));
    }

    private void unlink(ObjectId id) {
        Set<ObjectId> needed = needs.remove(id);
        if (needed != null) {
            for (ObjectId need : needed) {
                Set<ObjectId> others = users.get(need);
                if (others != null) {
                    others.remove(id);
                }
            }
        }
    }

    /**
     * @throws DibsException DIBS-0490 when Postgres would refuse it
     */
    void apply(Action action) {
        switch (action.type) {
            case RENAME -> rename(action);
            case DROP -> drop(action);
            case CREATE -> create(action);
            case ALTER -> alter(action);
        }
    }

    private void rename(Action action) {
        for (String key : NameKeys.of(action.renamedTo)) {
            ObjectId holder = names.get(key);
            require(holder == null || holder.equals(action.renamedTo), action, "the name " + key + " is taken by " + holder);
        }
        NameKeys.of(action.id).forEach(names::remove);
        NameKeys.of(action.renamedTo).forEach(key -> names.put(key, action.renamedTo));
        if (action.sequence == 1) {
            move(action.id, action.renamedTo);
            for (ObjectId part : Set.copyOf(objects.keySet())) {
                if (part.kind() == ObjectKind.DOMAIN_CONSTRAINT && part.parent().equals(action.id)) {
                    move(part, part.withParent(action.renamedTo));
                }
            }
        }
    }

    private void move(ObjectId id, ObjectId away) {
        moved.put(id, away);
        objects.put(away, objects.remove(id));
        unlink(id);
        for (ObjectId user : Set.copyOf(users.getOrDefault(id, Set.of()))) {
            Set<ObjectId> needed = new HashSet<>(needs.get(user));
            needed.remove(id);
            needed.add(away);
            link(user, needed);
        }
    }

    private void drop(Action action) {
        Set<ObjectId> members = action.members.stream().map(DbObject::id).collect(Collectors.toSet());
        for (ObjectId id : members) {
            ObjectId present = moved.getOrDefault(id, id);
            require(objects.containsKey(present), action, id + " is not there");
            for (ObjectId user : users.getOrDefault(present, Set.of())) {
                require(members.contains(user), action, user + " needs " + id);
            }
        }
        for (ObjectId id : members) {
            ObjectId present = moved.getOrDefault(id, id);
            objects.remove(present);
            if (present.equals(id)) {
                unlink(id);
            }
            moved.remove(id);
            NameKeys.of(formerNames.getOrDefault(present, present)).forEach(key -> names.remove(key, present));
        }
    }

    private void create(Action action) {
        Set<ObjectId> members = action.members.stream().map(DbObject::id).collect(Collectors.toSet());
        for (DbObject member : action.members) {
            ObjectId id = member.id();
            require(!objects.containsKey(id), action, id + " is there already");
            for (String key : NameKeys.of(id)) {
                require(!names.containsKey(key), action, "the name " + key + " is taken by " + names.get(key));
            }
            for (ObjectId need : after.of(id)) {
                require(members.contains(need) || objects.containsKey(need), action, id + " needs " + need);
            }
        }
        action.members.forEach(member -> put(member, after.of(member.id())));
    }

    private void alter(Action action) {
        alter(action, action.after);
        action.also.forEach(alteration -> alter(action, alteration.to()));
    }

    private void alter(Action action, DbObject altered) {
        ObjectId id = altered.id();
        require(objects.containsKey(id), action, id + " is not there");
        objects.put(id, altered);
        link(id, after.of(id));
        for (ObjectId need : after.of(id)) {
            require(objects.containsKey(need), action, id + " is to need " + need);
        }
    }

    /** Requires that nothing differs from the wanted schema any more. */
    void verify(Schema wanted) {
        for (DbObject object : wanted.objects()) {
            DbObject present = objects.remove(object.id());
            if (present == null) {
                throw defect("the simulated schema lacks " + object.id());
            }
            if (present != object && !(Comparison.compare(present, object) instanceof Difference.Same)) {
                throw defect("the simulated schema ends with another " + object.id());
            }
        }
        if (!objects.isEmpty()) {
            throw defect("the simulated schema still has " + objects.keySet().stream().sorted().findFirst().orElseThrow());
        }
    }

    private static void require(boolean condition, Action action, String otherwise) {
        if (!condition) {
            throw defect("the plan would " + action + " although " + otherwise);
        }
    }

    private static DibsException defect(String message) {
        return new DibsException(Problem.of("DIBS-0490", Category.INTERNAL, message)
                .remedy("This is a defect of dibs: nothing was run. Please report the two schemas."));
    }
}
