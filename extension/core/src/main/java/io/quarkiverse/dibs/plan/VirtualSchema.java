package io.quarkiverse.dibs.plan;

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
    private final Map<ObjectId, DbObject> changed;
    private final Set<ObjectId> gone;
    /** What objects need since another was moved out of the way, and who needs what was moved. */
    private final Map<ObjectId, Set<ObjectId>> needsOfMoved = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> usersOfMoved = new HashMap<>();
    private final TakenNames names;
    /** Where an object stands that was moved out of the way of its successor. */
    private final Map<ObjectId, ObjectId> moved = new HashMap<>();
    /** The names that renamed objects take up until they are dropped. */
    private final Map<ObjectId, ObjectId> formerNames;
    private final HeldRows heldRows;

    /** @param actions those that are going to be applied, in whatever order: what they will ask for is kept at hand */
    VirtualSchema(Schema from, List<Action> actions, Replacements replacements, Dependencies before, Dependencies after) {
        this.base = from;
        this.before = before;
        this.after = after;
        this.formerNames = replacements.formerNames();
        this.heldRows = replacements.heldRows();
        this.changed = new HashMap<>(capacity(actions, Action.Type.CREATE));
        this.gone = new HashSet<>(capacity(actions, Action.Type.DROP));
        this.names = new TakenNames(actions);
        List<Action> renames = actions.stream().filter(action -> action.type == Action.Type.RENAME).toList();
        // objects are known by their names to be; until then they take up the former one
        Set<ObjectId> waiting = new HashSet<>(formerNames.keySet());
        for (Action rename : renames) {
            if (rename.sequence != 1) {
                waiting.add(rename.renamedTo);
            }
        }
        for (ObjectId id : from.ids()) {
            if (waiting.contains(id)) {
                NameKeys.place(id).forEach(key -> names.give(key, id));
            } else {
                names.give(id);
            }
        }
        for (Action rename : renames) {
            if (rename.sequence == 0) {
                NameKeys.of(rename.id).forEach(key -> names.give(key, rename.id));
            }
        }
        formerNames.forEach((id, former) -> names.give(former, id));
    }

    /** For a map of everything that actions of the type are about, without growing. */
    private static int capacity(List<Action> actions, Action.Type type) {
        int members = 0;
        for (Action action : actions) {
            members += action.type == type ? action.members.size() : 0;
        }
        return members + members / 3 + 1;
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
        forEachUser(id, Set.of(), use);
    }

    /** Those in {@code except} are not looked at: most of what needs a dropped object goes with it. */
    private void forEachUser(ObjectId id, Set<ObjectId> except, Consumer<ObjectId> use) {
        for (Collection<ObjectId> users : List.of(before.usersOf(id), after.usersOf(id),
                usersOfMoved.getOrDefault(id, Set.of()))) {
            for (ObjectId user : users) {
                if (!except.contains(user) && has(user) && needsOf(user).contains(id)) {
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
            require(action.id.equals(names.holder(key)), action, () -> "it has not the " + key);
        }
        for (NameKey key : NameKeys.of(action.renamedTo)) {
            ObjectId holder = names.holder(key);
            require(holder == null || holder.equals(action.renamedTo), action,
                    () -> "the name " + key + " is taken by " + holder);
        }
        ObjectId namespace = ObjectId.namespace(action.renamedTo.schema());
        require(has(namespace) || !after.of(action.renamedTo).contains(namespace), action, () -> "there is no " + namespace);
        NameKeys.of(action.id).forEach(names::free);
        NameKeys.of(action.renamedTo).forEach(key -> names.give(key, action.renamedTo));
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
            forEachUser(present, members, user -> {
                throw refusal(action, user + " needs " + id);
            });
        }
        for (ObjectId id : members) {
            ObjectId present = moved.getOrDefault(id, id);
            remove(present);
            moved.remove(id);
            names.free(formerNames.getOrDefault(present, present), present);
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
            for (NameKey key : TakenNames.keys(id)) {
                ObjectId other = taken.putIfAbsent(key, id);
                ObjectId holder = other == null ? names.holder(key) : other;
                require(holder == null, action, () -> "the name " + key + " is taken by " + holder);
            }
            NameKey refused = NameKeys.refusing(id);
            ObjectId refusing = refused == null ? null : names.holder(refused);
            require(refusing == null, action, () -> "Postgres creates none while there is " + refusing);
            for (ObjectId need : after.of(id)) {
                require(members.contains(need) || has(need), action, () -> id + " needs " + need);
            }
        }
        names.give(taken);
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
        boolean withoutRows = altered instanceof Column column && heldRows.isMeanwhile(column);
        if (withoutRows) {
            needed.clear();
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
        if (withoutRows || withoutDefault || membersLeave || TypedTables.loosens(action)) {
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

    /**
     * Requires that nothing differs from the wanted schema any more. What no change is about and no action touched is as the
     * diff found it: the same on both sides.
     */
    void verify(Diff diff) {
        changed.forEach((id, present) -> verify(id, present, diff.to()));
        gone.forEach(id -> verify(id, null, diff.to()));
        for (Change change : diff.changes()) {
            if (!changed.containsKey(change.id()) && !gone.contains(change.id())) {
                verify(change.id(), get(change.id()), diff.to());
            }
        }
    }

    private static void verify(ObjectId id, DbObject present, Schema wanted) {
        DbObject object = wanted.find(id).orElse(null);
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
            throw refusal(action, otherwise.get());
        }
    }

    private static DibsException refusal(Action action, String otherwise) {
        return defect("the plan would " + action + " although " + otherwise);
    }

    private static DibsException defect(String message) {
        return new DibsException(Problem.of("DIBS-0490", Category.INTERNAL, message)
                .remedy("This is a defect of dibs: nothing was run. Please report the two schemas."));
    }
}
