package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import io.quarkiverse.dibs.plan.online.Replacement;
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

    /** What is gone with an index or key and is said anew of the next one. */
    private static final Set<ObjectKind> GO_WITH_AN_INDEX = Set.of(ObjectKind.COMMENT, ObjectKind.CLUSTERING,
            ObjectKind.REPLICA_IDENTITY, ObjectKind.STATISTICS);

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
        Ordered ordered;
        try {
            ordered = order(moves, before, after, options.withRows());
            if (!ordered.cuts().cuts().isEmpty()) {
                return plan(ordered, moves, before, after, options);
            }
        } catch (DibsException impossible) {
            // rows that cannot wait stay where they are, and it is said that they may be in the way
            ordered = order(moves, before, after, null);
        }
        return plan(ordered, moves, before, after, options);
    }

    private static Plan plan(Ordered ordered, RowMoves moves, Dependencies before, Dependencies after, PlanOptions options) {
        Diff diff = moves.diff();
        Replacements replacements = ordered.replacements();
        OnlineRules online = new OnlineRules(diff, options.online(), options.withRows(), options.serverMajor());
        NewLabels labels = new NewLabels(ordered.actions(), after);
        Predicate<Action> commits = action -> labels.used(action) || isCommitted(action, online);
        Gaps gaps;
        try {
            gaps = Gaps.closed(ordered.actions(), ordered.cuts(), commits,
                    online.applyNowhere() ? null : (away, back) -> replacement(away, back, online));
            simulate(gaps, replacements, diff, before, after);
        } catch (DibsException impossible) {
            gaps = Gaps.closed(ordered.actions(), ordered.cuts(), commits, null);
            simulate(gaps, replacements, diff, before, after);
        }
        return new Plan(steps(gaps.order(), moves, options, replacements, new NewLabels(gaps.order(), after), online, gaps,
                ordered.cuts()));
    }

    private static void simulate(Gaps gaps, Replacements replacements, Diff diff, Dependencies before, Dependencies after) {
        VirtualSchema virtual = new VirtualSchema(diff.from(), gaps.order(), replacements, before, after);
        gaps.order().forEach(virtual::apply);
        virtual.verify(diff);
    }

    private static boolean isCommitted(Action action, OnlineRules online) {
        return isOneThing(action) && online.parts(changes(action).get(0)).stream().flatMap(List::stream)
                .anyMatch(part -> part.segment() != Segment.TRANSACTION);
    }

    private static Optional<Replacement> replacement(Action away, Action back, OnlineRules online) {
        boolean alone = back.members.size() == 1
                && away.members.stream().skip(1).allMatch(member -> GO_WITH_AN_INDEX.contains(member.id().kind()));
        return alone ? online.replacement(new Change.Drop(away.before), new Change.Create(back.after)) : Optional.empty();
    }

    /** What is done in which order, with what is built anew for the sake of it. */
    private record Ordered(List<Action> actions, Replacements replacements, PartitionCuts cuts) {
    }

    private static Ordered order(RowMoves moves, Dependencies before, Dependencies after, Set<ObjectId> withRows) {
        CycleBreaker breaker = new CycleBreaker(before, after);
        Set<ObjectId> apart = new HashSet<>();
        Set<ObjectId> throughTemporary = new HashSet<>();
        SortedMap<ObjectId, String> rebuilt = new TreeMap<>();
        Replacements replacements = new Replacements(moves.diff(), before, after, rebuilt);
        while (true) {
            ActionGraph graph = new ActionGraph(moves, before, after, replacements, apart, throughTemporary, withRows);
            Ordering ordering = new Ordering(graph.actions());
            if (ordering.isComplete()) {
                return new Ordered(ordering.order(), replacements, graph.cuts());
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
            NewLabels labels, OnlineRules online, Gaps gaps, PartitionCuts cuts) {
        Diff diff = moves.diff();
        Conversions conversions = new Conversions(diff, options, replacements);
        conversions.requirePossible();
        PartitionCutWriter cutWriter = new PartitionCutWriter(diff, cuts, order);
        StepWriter writer = new StepWriter(moves, cutWriter, options, replacements, conversions, order,
                new StepWriter.CurrentNames(diff.renames().renames()));
        List<List<String>> statements = order.stream().map(writer::write).toList();
        Set<ObjectId> apart = order.stream().filter(action -> action.type == Action.Type.DROP).map(action -> action.id)
                .filter(id -> id.kind() == ObjectKind.FOREIGN_KEY).collect(Collectors.toSet());
        EffectsOf effectsOf = new EffectsOf(diff.from(), diff.to(), born(order), apart, options.serverMajor());
        // by the ranks of the actions
        int[] numbers = new int[order.size()];
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Action action = order.get(i);
            if (statements.get(i).isEmpty()) {
                continue;
            }
            List<Change> changes = changes(action);
            List<Part> parts = gaps.parts(action).orElseGet(
                    () -> isOneThing(action) && !writer.isHeld(action) && !gaps.whole().contains(action)
                            ? online.parts(changes.get(0)).orElse(List.of())
                            : List.of());
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
                numbers[action.rank] = steps.size();
                continue;
            }
            WriteContext form = writer.form(action);
            Effects effects = effectsOf.of(changes, form);
            List<HazardNote> hazards = cutWriter.hazards(action, effectsOf.hazards(changes, effects, form));
            effects = cutWriter.effects(action, effects);
            for (ObjectId scanned : moves.scans(action)) {
                effects = effects.andScan(scanned);
            }
            Step step = new Step(steps.size() + 1, changes, statements.get(i),
                    labels.usedAfter(i) ? Segment.COMMIT_AFTER : Segment.TRANSACTION, effects, hazards,
                    reasons(action, numbers, replacements));
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            Optional<Step> both = last == null ? Optional.empty()
                    : RewrittenOnce.both(last, step)
                            .filter(one -> action.first.keySet().stream()
                                    .allMatch(first -> numbers[first.rank] < last.number()));
            if (both.isPresent()) {
                steps.set(steps.size() - 1, both.get());
            } else {
                steps.add(step);
            }
            numbers[action.rank] = steps.size();
        }
        return steps;
    }

    /** The relations that the actions create. */
    private static Set<ObjectId> born(List<Action> order) {
        Set<ObjectId> born = new HashSet<>();
        for (Action action : order) {
            if (action.type == Action.Type.CREATE) {
                for (DbObject member : action.members) {
                    ObjectId id = member.id();
                    if (id.kind().isConstraint()) {
                        // a key brings its index, which has its name
                        born.add(ObjectId.inSchema(ObjectKind.INDEX, id.schema(), id.name()));
                    } else if (id.kind().isRelation()) {
                        born.add(id);
                    }
                }
            }
        }
        return born;
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
            case DROP -> changes(action.members, Change.Drop::new);
            case CREATE -> changes(action.members, Change.Create::new);
            case ALTER -> Stream.concat(Stream.of(action.alteration), action.also.stream())
                    .<Change> map(Change.Alter::new).toList();
        };
    }

    private static List<Change> changes(List<DbObject> members, Function<DbObject, Change> change) {
        List<Change> changes = new ArrayList<>(members.size());
        for (DbObject member : members) {
            changes.add(change.apply(member));
        }
        return changes;
    }

    /** @param numbers of the steps, by the ranks of their actions; 0 for what has no step yet */
    private static List<String> reasons(Action action, int[] numbers, Replacements replacements) {
        List<String> reasons = new ArrayList<>();
        String replaced = replacements.reasons().get(action.id);
        if (replaced != null && (action.type == Action.Type.DROP || action.type == Action.Type.CREATE)) {
            reasons.add(replaced);
        }
        if (action.first.isEmpty()) {
            return reasons;
        }
        List<Map.Entry<Action, Supplier<String>>> earlier = new ArrayList<>(action.first.size());
        for (Map.Entry<Action, Supplier<String>> first : action.first.entrySet()) {
            if (numbers[first.getKey().rank] > 0) {
                earlier.add(first);
            }
        }
        earlier.sort(Comparator.comparingInt(first -> numbers[first.getKey().rank]));
        for (Map.Entry<Action, Supplier<String>> first : earlier) {
            reasons.add("after step " + numbers[first.getKey().rank] + ": " + first.getValue().get());
        }
        return reasons;
    }
}
