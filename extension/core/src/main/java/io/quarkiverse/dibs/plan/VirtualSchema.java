package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.NameKeys.NameKey;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * A schema on which actions are tried before any server sees them: whole objects, who needs whom, and which names are taken.
 * Refuses what Postgres would refuse for lack of an object, for a dependant or for a name. Holds only what has become different
 * from the schema it starts with, so that trying costs what the actions touch. Not thread-safe.
 */
final class VirtualSchema {

    private final Schema base;
    private final Dependencies before;
    private final Dependencies after;
    /** What was created or altered, and what is gone. */
    private final Map<ObjectId, DbObject> changed = new HashMap<>();
    private final Set<ObjectId> gone = new HashSet<>();
    /** What objects need since another was moved out of the way, and who needs what was moved. */
    private final Map<ObjectId, Set<ObjectId>> needsOfMoved = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> usersOfMoved = new HashMap<>();
    private final Map<NameKey, ObjectId> names = new HashMap<>();
    /** Where an object stands that was moved out of the way of its successor. */
    private final Map<ObjectId, ObjectId> moved = new HashMap<>();
    /** The names that renamed objects take up until they are dropped. */
    private final Map<ObjectId, ObjectId> formerNames;

    VirtualSchema(Schema from, List<Action> renames, Map<ObjectId, ObjectId> formerNames, Dependencies before,
            Dependencies after) {
        this.base = from;
        this.before = before;
        this.after = after;
        this.formerNames = formerNames;
        // objects are known by their names to be; until then they take up the former one
        Set<ObjectId> waiting = new HashSet<>(formerNames.keySet());
        for (Action rename : renames) {
            if (rename.sequence != 1) {
                waiting.add(rename.renamedTo);
            }
        }
        for (ObjectId id : from.ids()) {
            (waiting.contains(id) ? NameKeys.place(id) : keys(id)).forEach(key -> names.put(key, id));
        }
        for (Action rename : renames) {
            if (rename.sequence == 0) {
                NameKeys.of(rename.id).forEach(key -> names.put(key, rename.id));
            }
        }
        formerNames.forEach((id, former) -> keys(former).forEach(key -> names.put(key, id)));
    }

    boolean has(ObjectId id) {
        return changed.containsKey(id) || base.contains(id) && !gone.contains(id);
    }

    /** The object as it is at present, or null. */
    DbObject get(ObjectId id) {
        DbObject object = changed.get(id);
        return object != null || gone.contains(id) ? object : base.find(id).orElse(null);
    }

    private void put(DbObject object) {
        changed.put(object.id(), object);
        if (!gone.isEmpty()) {
            gone.remove(object.id());
        }
        if (!needsOfMoved.isEmpty()) {
            needsOfMoved.remove(object.id());
        }
    }

    private void remove(ObjectId id) {
        changed.remove(id);
        gone.add(id);
    }

    /** What was created or altered needs what it is to need in the end; everything else needs what it did at the start. */
    private Collection<ObjectId> needsOf(ObjectId id) {
        Set<ObjectId> since = needsOfMoved.get(id);
        return since != null ? since : changed.containsKey(id) ? after.of(id) : before.of(id);
    }

    private void forEachUser(ObjectId id, Consumer<ObjectId> use) {
        for (Collection<ObjectId> users : List.of(before.usersOf(id), after.usersOf(id),
                usersOfMoved.getOrDefault(id, Set.of()))) {
            for (ObjectId user : users) {
                if (has(user) && needsOf(user).contains(id)) {
                    use.accept(user);
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
        for (NameKey key : NameKeys.of(action.id)) {
            require(action.id.equals(names.get(key)), action, () -> "it has not the " + key);
        }
        for (NameKey key : NameKeys.of(action.renamedTo)) {
            ObjectId holder = names.get(key);
            require(holder == null || holder.equals(action.renamedTo), action,
                    () -> "the name " + key + " is taken by " + holder);
        }
        NameKeys.of(action.id).forEach(names::remove);
        NameKeys.of(action.renamedTo).forEach(key -> names.put(key, action.renamedTo));
        if (action.sequence == 1) {
            move(action.id, action.renamedTo);
            // the checks of a domain go where it goes, the default of a column where that does
            List<ObjectId> parts = base.ids().stream().filter(part -> action.id.equals(part.parent()) && has(part)).toList();
            parts.forEach(part -> move(part, part.withParent(action.renamedTo)));
        }
    }

    private void move(ObjectId id, ObjectId place) {
        moved.put(id, place);
        Set<ObjectId> users = new TreeSet<>();
        forEachUser(id, users::add);
        needsOfMoved.put(place, Set.copyOf(needsOf(id)));
        changed.put(place, get(id));
        remove(id);
        usersOfMoved.put(place, users);
        for (ObjectId user : users) {
            Set<ObjectId> needed = new HashSet<>(needsOf(user));
            needed.remove(id);
            needed.add(place);
            needsOfMoved.put(user, needed);
        }
    }

    private void drop(Action action) {
        Set<ObjectId> members = members(action);
        for (ObjectId id : members) {
            ObjectId present = moved.getOrDefault(id, id);
            require(has(present), action, () -> id + " is not there");
            forEachUser(present, user -> require(members.contains(user), action, () -> user + " needs " + id));
        }
        for (ObjectId id : members) {
            ObjectId present = moved.getOrDefault(id, id);
            remove(present);
            moved.remove(id);
            keys(formerNames.getOrDefault(present, present)).forEach(key -> names.remove(key, present));
        }
    }

    private static Set<ObjectId> members(Action action) {
        if (action.members.size() == 1) {
            return Set.of(action.members.get(0).id());
        }
        Set<ObjectId> members = new HashSet<>(action.members.size() * 2);
        action.members.forEach(member -> members.add(member.id()));
        return members;
    }

    private void create(Action action) {
        Set<ObjectId> members = members(action);
        Map<NameKey, ObjectId> taken = new HashMap<>();
        for (DbObject member : action.members) {
            ObjectId id = member.id();
            require(!has(id), action, () -> id + " is there already");
            for (NameKey key : keys(id)) {
                ObjectId holder = names.getOrDefault(key, taken.putIfAbsent(key, id));
                require(holder == null, action, () -> "the name " + key + " is taken by " + holder);
            }
            NameKey refused = NameKeys.refusing(id);
            require(!names.containsKey(refused), action, () -> "Postgres creates none while there is " + names.get(refused));
            for (ObjectId need : after.of(id)) {
                require(members.contains(need) || has(need), action, () -> id + " needs " + need);
            }
        }
        names.putAll(taken);
        action.members.forEach(this::put);
    }

    private void alter(Action action) {
        alter(action, action.after);
        action.also.forEach(alteration -> alter(action, alteration.to()));
    }

    private void alter(Action action, DbObject altered) {
        ObjectId id = altered.id();
        require(has(id), action, () -> id + " is not there");
        if (action.alteration.aspect() == Aspect.COLUMN_TYPE) {
            forEachUser(id, user -> {
                require(!holdsType(user), action, () -> user + " is made of it");
                if (RebuiltKeys.isRebuiltWithColumn(user)) {
                    forEachUser(user, other -> require(!RebuiltKeys.isInTheWay(other, needsOf(other), id), action,
                            () -> other + " needs " + user + ", which is built anew"));
                }
            });
        }
        Set<ObjectId> needed = new HashSet<>(after.of(id));
        boolean withoutDefault = DomainDefaults.takesAway(action);
        if (withoutDefault) {
            needed.removeIf(need -> !DomainDefaults.isBeneath(need));
        }
        boolean membersLeave = PublicationMembers.leave(action);
        if (membersLeave) {
            needed.retainAll(before.of(id));
        }
        for (ObjectId need : needed) {
            require(has(need), action, () -> id + " is to need " + need);
        }
        put(altered);
        if (TypedTables.loosens(action)) {
            needed.removeIf(need -> need.kind() == ObjectKind.COMPOSITE);
        }
        if (withoutDefault || membersLeave || TypedTables.loosens(action)) {
            needsOfMoved.put(id, needed);
        }
    }

    /** Whether Postgres lets no column change its type under the object (manual, ALTER TABLE). */
    private boolean holdsType(ObjectId user) {
        return switch (user.kind()) {
            case VIEW, MATERIALIZED_VIEW, RULE, POLICY, TRIGGER -> true;
            case COLUMN -> get(user) instanceof Column column && column.generated().isPresent();
            default -> false;
        };
    }

    /** The names an object takes up, and its place. */
    private static List<NameKey> keys(ObjectId id) {
        List<NameKey> place = NameKeys.place(id);
        if (place.isEmpty()) {
            return NameKeys.of(id);
        }
        List<NameKey> keys = new ArrayList<>(NameKeys.of(id));
        keys.addAll(place);
        return keys;
    }

    /**
     * Requires that nothing differs from the wanted schema any more. What no change is about and no action touched is as the
     * diff found it: the same on both sides.
     */
    void verify(Diff diff) {
        changed.keySet().forEach(id -> verify(id, diff.to()));
        gone.forEach(id -> verify(id, diff.to()));
        for (Change change : diff.changes()) {
            if (!changed.containsKey(change.id()) && !gone.contains(change.id())) {
                verify(change.id(), diff.to());
            }
        }
    }

    private void verify(ObjectId id, Schema wanted) {
        DbObject object = wanted.find(id).orElse(null);
        DbObject present = get(id);
        if (present == object) {
            return;
        }
        if (object == null) {
            throw defect("the simulated schema still has " + id);
        } else if (present == null) {
            throw defect("the simulated schema lacks " + id);
        }
        requireSame(present, object);
    }

    private static void requireSame(DbObject present, DbObject wanted) {
        if (!(Comparison.compare(present, wanted) instanceof Difference.Same)) {
            throw defect("the simulated schema ends with another " + wanted.id());
        }
    }

    private static void require(boolean condition, Action action, Supplier<String> otherwise) {
        if (!condition) {
            throw defect("the plan would " + action + " although " + otherwise.get());
        }
    }

    private static DibsException defect(String message) {
        return new DibsException(Problem.of("DIBS-0490", Category.INTERNAL, message)
                .remedy("This is a defect of dibs: nothing was run. Please report the two schemas."));
    }
}
