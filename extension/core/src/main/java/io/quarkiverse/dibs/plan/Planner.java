package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.online.OnlineRules;
import io.quarkiverse.dibs.plan.online.Part;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * The solver: puts the changes of a diff into an order that works, breaks cycles, tries everything on a virtual schema and
 * requires that the end is what was wanted. Pure and deterministic.
 */
public final class Planner {

    private Planner() {
    }

    /** The plan that creates a whole schema on an empty server. */
    public static Plan create(Schema schema, PlanOptions options) {
        return plan(Differ.diff(Schema.EMPTY, schema, DiffOptions.complete()), options);
    }

    /**
     * @throws DibsException DIBS-0402 when no order works, naming a smallest set of changes that wait for each other; DIBS-0403
     *         when Postgres has no cast for the values of a column; DIBS-0107 when Postgres would cut off a wanted name
     */
    public static Plan plan(Diff diff, PlanOptions options) {
        if (diff.isEmpty()) {
            return new Plan(List.of());
        }
        NameLengths.require(diff);
        RowMoves moves = RowMoves.of(diff, options.serverMajor());
        if (!moves.isEmpty()) {
            try {
                return plan(moves, options);
            } catch (DibsException impossible) {
                // what stands around the table lets it not step aside: its rows go, and that is said
                return plan(RowMoves.none(diff), options);
            }
        }
        return plan(moves, options);
    }

    private static Plan plan(RowMoves moves, PlanOptions options) {
        Diff diff = moves.diff();
        Dependencies before = new Dependencies(diff.from());
        Dependencies after = new Dependencies(diff.to());
        Ordered ordered = order(moves, before, after);
        Replacements replacements = ordered.replacements();
        List<Action> order = ordered.actions();
        List<Action> renames = order.stream().filter(action -> action.type == Action.Type.RENAME).toList();
        VirtualSchema virtual = new VirtualSchema(diff.from(), renames, replacements.formerNames(), before, after);
        order.forEach(virtual::apply);
        virtual.verify(diff);
        return new Plan(steps(order, moves, options, replacements, new NewLabels(order, after)));
    }

    /** What is done in which order, with what is built anew for the sake of it. */
    private record Ordered(List<Action> actions, Replacements replacements) {
    }

    private static Ordered order(RowMoves moves, Dependencies before, Dependencies after) {
        CycleBreaker breaker = new CycleBreaker(before, after);
        Set<ObjectId> apart = new HashSet<>();
        Set<ObjectId> throughTemporary = new HashSet<>();
        SortedMap<ObjectId, String> rebuilt = new TreeMap<>();
        Replacements replacements = new Replacements(moves.diff(), before, after, rebuilt);
        while (true) {
            ActionGraph graph = new ActionGraph(moves, before, after, replacements, apart, throughTemporary);
            Ordering ordering = new Ordering(graph.actions());
            if (ordering.isComplete()) {
                return new Ordered(ordering.order(), replacements);
            }
            boolean progress = false;
            List<List<Action>> stuck = ordering.stuck();
            for (List<Action> component : stuck) {
                progress |= apart.addAll(breaker.apart(component));
            }
            if (!progress) {
                for (List<Action> component : stuck) {
                    ObjectId rename = CycleBreaker.throughTemporary(component);
                    progress |= rename != null && throughTemporary.add(rename);
                }
            }
            if (!progress) {
                Action stale = stuck.stream().map(Ordering::shortestCycle)
                        .map(cycle -> CycleBreaker.redefinition(cycle, rebuilt.keySet()))
                        .filter(Objects::nonNull).findFirst()
                        .orElseThrow(() -> unsolvable(Ordering.shortestCycle(stuck.get(0))));
                rebuilt.put(stale.id, "as it was it stands in the way of what it is to be");
                replacements = new Replacements(moves.diff(), before, after, rebuilt);
                apart.clear();
                throughTemporary.clear();
            }
        }
    }

    private static DibsException unsolvable(List<Action> cycle) {
        StringBuilder text = new StringBuilder("no order of these changes works, each waits for another:");
        for (int i = 0; i < cycle.size(); i++) {
            Action action = cycle.get(i);
            Action first = cycle.get((i + 1) % cycle.size());
            text.append("\n  ").append(action).append(" waits for ").append(first).append(": ")
                    .append(action.first.getOrDefault(first, () -> "it comes first").get());
        }
        return new DibsException(Problem.of("DIBS-0402", Category.REFUSED, text.toString())
                .remedy("Make one of these changes in a migration of its own first."));
    }

    private static List<Step> steps(List<Action> order, RowMoves moves, PlanOptions options, Replacements replacements,
            NewLabels labels) {
        Diff diff = moves.diff();
        Conversions conversions = new Conversions(diff, options, replacements);
        conversions.requirePossible();
        StepWriter writer = new StepWriter(moves, options, replacements, conversions,
                new StepWriter.CurrentNames(diff.renames().renames()));
        List<List<String>> statements = order.stream().map(writer::write).toList();
        Set<ObjectId> born = order.stream().filter(action -> action.type == Action.Type.CREATE)
                .flatMap(action -> action.members.stream()).map(DbObject::id)
                // a key brings its index, which has its name
                .map(id -> id.kind().isConstraint() ? ObjectId.inSchema(ObjectKind.INDEX, id.schema(), id.name()) : id)
                .filter(id -> id.kind().isRelation()).collect(Collectors.toSet());
        Set<ObjectId> apart = order.stream().filter(action -> action.type == Action.Type.DROP).map(action -> action.id)
                .filter(id -> id.kind() == ObjectKind.FOREIGN_KEY).collect(Collectors.toSet());
        EffectsOf effectsOf = new EffectsOf(diff.from(), diff.to(), born, apart, options.serverMajor());
        OnlineRules online = new OnlineRules(diff, options.online(), options.withRows(), options.serverMajor());
        Map<Action, Integer> numbers = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Action action = order.get(i);
            if (statements.get(i).isEmpty()) {
                continue;
            }
            List<Change> changes = changes(action);
            List<Part> parts = isOneThing(action) && !writer.isHeld(action) ? online.parts(changes.get(0)).orElse(List.of())
                    : List.of();
            if (!parts.isEmpty()) {
                List<String> reasons = reasons(action, numbers, replacements);
                for (Part part : parts) {
                    List<Change> about = part.change().equals(changes.get(0)) ? changes : List.of(part.change());
                    List<String> why = new ArrayList<>(List.of("online: " + part.why()));
                    why.addAll(reasons);
                    steps.add(new Step(steps.size() + 1, about, part.statements(), part.segment(),
                            effectsOf.of(about, part.form()), effectsOf.hazards(about, part.form()), why));
                    reasons = List.of("after step " + steps.size());
                }
                numbers.put(action, steps.size());
                continue;
            }
            numbers.put(action, steps.size() + 1);
            WriteContext form = writer.form(action);
            Effects effects = effectsOf.of(changes, form);
            for (ObjectId scanned : moves.scans(action)) {
                effects = effects.andScan(scanned);
            }
            steps.add(new Step(steps.size() + 1, changes, statements.get(i),
                    labels.usedAfter(i) ? Segment.COMMIT_AFTER : Segment.TRANSACTION, effects,
                    effectsOf.hazards(changes, form),
                    reasons(action, numbers, replacements)));
        }
        return steps;
    }

    /**
     * Whether what comes or goes in the same statement makes no difference: the comment of a dropped index or partition, what
     * is
     * said of the triggers of a partition, what
     * children and partitions have from the table.
     */
    private static boolean isOneThing(Action action) {
        return switch (action.type) {
            case RENAME -> true;
            case DROP -> action.members.size() == 1 || action.id.kind() == ObjectKind.INDEX
                    || action.members.stream().anyMatch(member -> member.id().equals(Partition.idOf(action.id)))
                    || action.members.stream().skip(1).allMatch(member -> member.id().kind() == ObjectKind.PARTITION_TRIGGER);
            case CREATE -> action.members.size() == 1 || action.id.kind() == ObjectKind.CHECK;
            case ALTER -> action.also.isEmpty() || action.alteration.aspect() == Aspect.COLUMN_NOT_NULL;
        };
    }

    private static List<Change> changes(Action action) {
        return switch (action.type) {
            case RENAME -> List.of(new Change.Rename(action.before, action.renamedTo));
            case DROP -> action.members.stream().<Change> map(Change.Drop::new).toList();
            case CREATE -> action.members.stream().<Change> map(Change.Create::new).toList();
            case ALTER -> Stream.concat(Stream.of(action.alteration), action.also.stream())
                    .<Change> map(Change.Alter::new).toList();
        };
    }

    private static List<String> reasons(Action action, Map<Action, Integer> numbers, Replacements replacements) {
        List<String> reasons = new ArrayList<>();
        String replaced = replacements.reasons().get(action.id);
        if (replaced != null && (action.type == Action.Type.DROP || action.type == Action.Type.CREATE)) {
            reasons.add(replaced);
        }
        if (action.first.isEmpty()) {
            return reasons;
        }
        action.first.entrySet().stream().filter(entry -> numbers.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(numbers::get)))
                .map(entry -> "after step " + numbers.get(entry.getKey()) + ": " + entry.getValue().get())
                .collect(Collectors.toCollection(() -> reasons));
        return reasons;
    }
}
