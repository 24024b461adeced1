package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/**
 * The planner's simulation with its doors open: single operations in any order, with the statements that the product's own
 * writer has for them. Makes no operation of the sorts that the simulation does not judge; each place says why. Not
 * thread-safe.
 */
public final class Simulation {

    private final Diff diff;
    private final Dependencies before;
    private final Dependencies after;
    private final Replacements replacements;
    private final List<Action> renames;
    private final VirtualSchema virtual;
    private final PlanOptions options;
    /** What still has another name on the server than here. */
    private final Map<ObjectId, ObjectId> formerNames = new TreeMap<>();
    private final List<Action> done = new ArrayList<>();
    private final Set<ObjectId> droppedOnce = new HashSet<>();

    /** One thing to do, which the server does in one transaction. */
    public static final class Operation {

        private final List<Action> actions;
        private final List<DbObject> members;

        private Operation(List<Action> actions, List<DbObject> members) {
            this.actions = actions;
            this.members = members;
        }

        public ObjectId id() {
            return actions.get(0).id;
        }

        public String label() {
            return actions.get(0).type.name().toLowerCase(java.util.Locale.ROOT) + " " + id().kind().label();
        }

        private boolean is(Action.Type type) {
            return actions.get(0).type == type;
        }

        @Override
        public String toString() {
            return actions.toString();
        }
    }

    public Simulation(Diff diff, int major) {
        this.diff = diff;
        this.before = new Dependencies(diff.from());
        this.after = new Dependencies(diff.to());
        this.replacements = new Replacements(diff, before, after, new TreeMap<>());
        this.options = PlanOptions.forServer(major);
        this.renames = diff.renames().renames().entrySet().stream()
                .filter(rename -> !replacements.formerNames().containsKey(rename.getValue()))
                .map(rename -> Action.rename(diff.from().find(rename.getValue()).orElseThrow()
                        .renamed(id -> id.equals(rename.getValue()) ? rename.getKey() : id), rename.getValue(), 0))
                .toList();
        // what is tried is not known yet: any of it may be created
        List<Action> possible = Stream.concat(renames.stream(), diff.to().objects().stream().map(Action::create)).toList();
        this.virtual = new VirtualSchema(diff.from(), possible, replacements, before, after);
        diff.renames().renames().forEach((former, present) -> formerNames.put(present, former));
    }

    /** What the simulation says the server has now, by the names that it is to have. */
    public Schema schema() {
        return schema(null);
    }

    /** What the server would have if it did what the operation says and nothing else. */
    public Schema schemaAfter(Operation operation) {
        return schema(operation);
    }

    private Schema schema(Operation operation) {
        Map<ObjectId, DbObject> objects = new TreeMap<>();
        Stream.concat(diff.from().ids().stream(), diff.to().ids().stream()).filter(virtual::has)
                .forEach(id -> objects.put(id, virtual.get(id)));
        if (operation != null) {
            operation.members.forEach(member -> {
                if (operation.is(Action.Type.DROP)) {
                    objects.remove(member.id());
                } else {
                    objects.put(member.id(), member);
                }
            });
        }
        Schema.Builder schema = Schema.builder();
        objects.values().forEach(schema::add);
        return schema.build();
    }

    /** Which names the server does not have yet, were the operation done. */
    public List<Intent.Rename> pending(Operation operation) {
        return formerNames.entrySet().stream()
                .filter(entry -> operation == null || !entry.getKey().equals(operation.actions.get(0).renamedTo))
                .map(entry -> new Intent.Rename(entry.getValue(), entry.getKey())).toList();
    }

    /** What the created objects are to need; an index or key in the place of another is not what was said. */
    public Set<ObjectId> needs(ObjectId id) {
        return diff.to().dependenciesOf(id);
    }

    public List<String> statements(Operation operation) {
        StepWriter.CurrentNames current = new StepWriter.CurrentNames(diff.renames().renames());
        PartitionCuts cuts = PartitionCuts.none(diff, replacements);
        StepWriter writer = new StepWriter(RowMoves.none(diff), new PartitionCutWriter(diff, cuts, List.of()), options,
                replacements, new Conversions(diff, options, replacements), List.of(), current);
        for (Action action : done) {
            writer.write(action);
        }
        return operation.actions.stream().flatMap(action -> writer.write(action).stream()).toList();
    }

    /**
     * Applies the operation.
     *
     * @return why the simulation refuses it, or null
     */
    public String refusal(Operation operation) {
        try {
            operation.actions.forEach(virtual::apply);
            return null;
        } catch (DibsException e) {
            return e.getMessage();
        }
    }

    /** Both sides have done it. */
    public void agreed(Operation operation) {
        for (Action action : operation.actions) {
            if (action.type == Action.Type.DROP) {
                operation.members.forEach(member -> {
                    formerNames.remove(member.id());
                    droppedOnce.add(member.id());
                });
                done.add(action);
            } else if (action.type == Action.Type.RENAME) {
                formerNames.remove(action.renamedTo);
                done.add(action);
            }
        }
    }

    public List<Operation> renames() {
        return renames.stream().filter(rename -> !droppedOnce.contains(rename.renamedTo))
                .map(rename -> new Operation(List.of(rename), List.of())).toList();
    }

    /** The drop of the object, of whatever it is a part of and of its parts, whether it is there or not. */
    public Optional<Operation> drop(ObjectId id) {
        DbObject object = virtual.has(id) ? virtual.get(id)
                : diff.from().find(id).or(() -> diff.to().find(id)).orElseThrow();
        if (!virtual.has(id) && isSaidAnew(id.kind())) {
            // to take away a default or a comment that is not there is no error to Postgres
            return Optional.empty();
        }
        if (replacements.formerNames().containsKey(id) && droppedOnce.contains(id)) {
            // the planner drops what is built anew under a new name once only
            return Optional.empty();
        }
        Action action = Action.drop(object);
        if (virtual.has(id)) {
            Stream.concat(diff.from().ids().stream(), diff.to().ids().stream()).distinct()
                    .filter(part -> !part.equals(id) && virtual.has(part) && goesWith(part, id))
                    .forEach(part -> action.members.add(virtual.get(part)));
        }
        boolean waits = renames.stream().filter(rename -> formerNames.containsKey(rename.renamedTo))
                .anyMatch(rename -> action.members.stream().anyMatch(member -> member.id().equals(rename.renamedTo)));
        // the planner renames nothing that it drops
        return waits ? Optional.empty() : Optional.of(new Operation(List.of(action), List.copyOf(action.members)));
    }

    private boolean goesWith(ObjectId part, ObjectId whole) {
        for (ObjectId each = part; each != null; each = each.parent()) {
            if (each.equals(whole) || virtual.get(each) instanceof Index index && index.table().equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** The creation of an object of the wanted schema, whether it is there or not. */
    public Optional<Operation> create(ObjectId id) {
        if (isSaidAnew(id.kind()) && virtual.has(id)) {
            // a default, a comment or a routine takes the place of the one that is there without an error
            return Optional.empty();
        }
        Action action = Action.create(diff.to().find(id).orElseThrow());
        Set<List<String>> keys = new HashSet<>();
        for (DbObject object : diff.to().objects()) {
            ObjectId part = object.id();
            if (part.parent() != null && part.isWithin(id) && !part.equals(id) && comesWith(object, id.kind(), keys)) {
                action.members.add(object);
            }
        }
        Set<ObjectId> members = new TreeSet<>();
        action.members.forEach(member -> members.add(member.id()));
        for (ObjectId member : members) {
            for (ObjectId need : after.of(member)) {
                if (!members.contains(need) && (isPending(need) || isStale(need))) {
                    return Optional.empty();
                }
            }
        }
        return isPending(id) ? Optional.empty() : Optional.of(new Operation(List.of(action), List.copyOf(action.members)));
    }

    private static boolean comesWith(DbObject part, ObjectKind whole, Set<List<String>> keys) {
        return switch (part.id().kind()) {
            case COLUMN, PRIMARY_KEY, CHECK -> whole == ObjectKind.TABLE;
            // of equal keys Postgres makes one
            case UNIQUE -> whole == ObjectKind.TABLE && keys.add(((UniqueConstraint) part).columns());
            case COLUMN_DEFAULT -> whole == ObjectKind.TABLE || whole == ObjectKind.COLUMN;
            default -> false;
        };
    }

    /** Everything in which the object differs, in one go. */
    public Optional<Operation> alter(ObjectId id) {
        List<Alteration> alterations = replacements.altered().get(id);
        boolean there = virtual.has(id);
        if (!there && isSaidAnew(id.kind()) || there && isAsWanted(id) || isPending(id)) {
            // Postgres takes most alterations twice; the planner never makes one twice
            return Optional.empty();
        }
        if (alterations.stream().anyMatch(alteration -> alteration.aspect() == Aspect.TABLE_PERSISTENCE)) {
            // whether the tables it refers to are logged is the graph's business
            return Optional.empty();
        }
        for (ObjectId need : after.of(id)) {
            if (isPending(need) || isStale(need) || replacements.swapped().contains(need)) {
                return Optional.empty();
            }
        }
        boolean inTheWay = before.usersOf(id).stream()
                .anyMatch(user -> virtual.has(user) && replacements.isDropped(user) && !isAsWanted(user)
                        && !holdsType(user.kind()));
        if (inTheWay) {
            // a default that has no cast, say: which dependants have to go first is what Replacements knows
            return Optional.empty();
        }
        List<Action> actions = new ArrayList<>();
        alterations.forEach(alteration -> actions.add(Action.alter(alteration, actions.size())));
        return Optional.of(new Operation(actions, List.of(alterations.get(0).to())));
    }

    public Set<ObjectId> alterable() {
        return replacements.altered().keySet();
    }

    private static boolean holdsType(ObjectKind kind) {
        return kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW || kind == ObjectKind.TRIGGER;
    }

    /** Kinds whose statement says what is to be, so that it is all the same whether there was one. */
    private static boolean isSaidAnew(ObjectKind kind) {
        return kind == ObjectKind.COMMENT || kind == ObjectKind.COLUMN_DEFAULT || kind == ObjectKind.ROUTINE;
    }

    private boolean isAsWanted(ObjectId id) {
        DbObject wanted = diff.to().find(id).orElse(null);
        return wanted != null && virtual.has(id) && same(virtual.get(id), wanted);
    }

    /** It is there, but not yet as it is to be: what is made on it is made afterwards, which the graph sees to. */
    private boolean isStale(ObjectId id) {
        return virtual.has(id) && diff.to().contains(id) && !isAsWanted(id);
    }

    private static boolean same(DbObject one, DbObject other) {
        return one.equals(other) || Comparison.compare(one, other) instanceof Difference.Same;
    }

    /** Statements speak of objects by the names they are to have, so that renames come first. */
    private boolean isPending(ObjectId id) {
        return formerNames.keySet().stream().anyMatch(id::isWithin);
    }
}
