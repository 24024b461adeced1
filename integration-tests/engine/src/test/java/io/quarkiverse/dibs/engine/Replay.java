package io.quarkiverse.dibs.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Carries out what the steps of a plan say they change, object by object, with rules of its own that are simpler than the
 * simulator's: nothing is created twice or before what it needs, nothing is dropped that is not there or before what needs it.
 */
final class Replay {

    private final Schema from;
    private final Schema to;
    private final Map<ObjectId, DbObject> present = new TreeMap<>();
    /** Which of the objects are already as they are to be in the end. */
    private final Set<ObjectId> finished = new HashSet<>();
    private final Map<ObjectId, ObjectId> moved = new HashMap<>();
    /** What is built anew under another name is dropped by the one it has. */
    private final Map<ObjectId, ObjectId> formerNames = new HashMap<>();

    private Replay(Schema from, Schema to) {
        this.from = from;
        this.to = to;
        from.objects().forEach(object -> present.put(object.id(), object));
        Differ.diff(from, to, DiffOptions.complete()).renames().renames()
                .forEach((former, wanted) -> formerNames.put(wanted, former));
    }

    /**
     * What is there after the plan.
     *
     * @throws AssertionError when a step cannot be done where it stands
     */
    static Map<ObjectId, DbObject> of(Plan plan, Schema from, Schema to) {
        Replay replay = new Replay(from, to);
        plan.steps().forEach(replay::step);
        return replay.present;
    }

    private void step(Step step) {
        Set<ObjectId> dropped = new HashSet<>();
        Set<ObjectId> created = new HashSet<>();
        for (Change change : step.changes()) {
            if (change instanceof Change.Rename rename) {
                DbObject object = present.remove(rename.id());
                require(object != null, step, rename.id() + " is not there");
                moved.put(rename.id(), rename.to());
                DbObject renamed = object.renamed(id -> id.equals(rename.id()) ? rename.to() : id);
                require(present.put(rename.to(), renamed) == null, step, rename.to() + " is there already");
            } else if (change instanceof Change.Drop drop) {
                ObjectId place = moved.getOrDefault(drop.id(), drop.id());
                boolean removed = present.remove(place) != null || formerNames.containsKey(drop.id())
                        && present.remove(formerNames.get(drop.id())) != null;
                require(removed, step, place + " is not there");
                moved.remove(drop.id());
                dropped.add(drop.id());
                finished.remove(drop.id());
            } else if (change instanceof Change.Create create) {
                require(present.put(create.id(), create.object()) == null, step, create.id() + " is there already");
                created.add(create.id());
                finished.add(create.id());
            } else if (change instanceof Change.Alter alter) {
                require(present.put(alter.id(), alter.alteration().to()) != null, step, alter.id() + " is not there");
                created.add(alter.id());
                finished.add(alter.id());
            }
        }
        for (ObjectId id : created) {
            to.dependenciesOf(id).forEach(need -> require(present.containsKey(need), step, id + " needs " + need));
        }
        for (ObjectId user : dropped.isEmpty() ? List.<ObjectId> of() : present.keySet()) {
            if (!moved.containsValue(user)) {
                (finished.contains(user) ? to : from).dependenciesOf(user)
                        .forEach(need -> require(!dropped.contains(need) || present.containsKey(need), step,
                                user + " still needs " + need));
            }
        }
    }

    private static void require(boolean condition, Step step, String otherwise) {
        if (!condition) {
            throw new AssertionError("step " + step.number() + " cannot be done: " + otherwise + "\n" + step.statements());
        }
    }
}
