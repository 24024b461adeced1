package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.plan.online.Part;
import io.quarkiverse.dibs.plan.online.Replacement;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * What is taken away only to come back (a view above a column that gets another type, a partition whose bounds change) is away
 * for everybody as soon as something is committed meanwhile, and stays away when the rest fails. So nothing is committed
 * between
 * the two: what can be done before or behind them is, and what has to be done between them is done in one piece.
 */
final class Gaps {

    private final List<Action> order;
    private final Predicate<Action> commits;
    private final Map<Action, Replacement> replaced = new HashMap<>();
    private final Map<Action, Boolean> known = new HashMap<>();
    private final Set<Action> whole = new HashSet<>();

    private Gaps(List<Action> order, Predicate<Action> commits) {
        this.order = order;
        this.commits = commits;
    }

    private boolean commits(Action action) {
        return replaced.containsKey(action) || known.computeIfAbsent(action, commits::test);
    }

    /**
     * @param order that works
     * @param cuts between whose parts rows are away
     * @param commits whether the steps of an action end a transaction
     * @param replacements how a drop and the creation behind it become one, where they do; null leaves all as it is with what
     *        has ways of its own
     */
    static Gaps closed(List<Action> order, PartitionCuts cuts, Predicate<Action> commits,
            BiFunction<Action, Action, Optional<Replacement>> replacements) {
        Gaps gaps = new Gaps(new ArrayList<>(order), commits);
        if (replacements != null) {
            gaps.bringTogether(replacements);
        }
        gaps.close();
        for (PartitionCuts.Cut cut : cuts.cuts()) {
            List<Action> in = cut.in(gaps.order);
            Action last = in.get(in.size() - 1);
            in.stream().filter(action -> action != last).forEach(action -> gaps.close(action, last, in));
        }
        gaps.keepWhatIsTogether();
        return gaps;
    }

    /** All actions in an order that works too. */
    List<Action> order() {
        return order;
    }

    /** Those that are to be done in one statement, whatever would be kinder to who waits. */
    Set<Action> whole() {
        return whole;
    }

    /** The parts of a drop and of the creation directly behind it that together leave no gap; empty for all others. */
    Optional<List<Part>> parts(Action action) {
        return Optional.ofNullable(replaced.get(action))
                .map(replacement -> action.type == Action.Type.DROP ? replacement.away() : replacement.back());
    }

    /**
     * Keys, indexes, checks and foreign keys have ways of their own to come back without keeping anybody waiting. Where nothing
     * has to be done between the drop and the creation, these are: built beside the old one, or added in the transaction that
     * drops it.
     */
    private void bringTogether(BiFunction<Action, Action, Optional<Replacement>> replacements) {
        Map<ObjectId, Action> dropped = new HashMap<>();
        order.stream().filter(action -> action.type == Action.Type.DROP && !isMissed(action.id))
                .forEach(action -> dropped.put(action.id, action));
        List<Action> returns = order.stream()
                .filter(action -> action.type == Action.Type.CREATE && dropped.containsKey(action.id)).toList();
        if (returns.isEmpty() || order.stream().noneMatch(this::commits)) {
            return;
        }
        for (Action back : returns) {
            Action away = dropped.get(back.id);
            Optional<Replacement> replacement = replacements.apply(away, back);
            boolean validatedApart = back.id.kind() == ObjectKind.CHECK || back.id.kind() == ObjectKind.FOREIGN_KEY;
            Slice slice = replacement.isPresent() || validatedApart ? slice(away, back, List.of()) : null;
            if (slice == null || slice.overtakes(away) || !(replacement.isPresent() ? slice.both().isEmpty()
                    : slice.both().stream().noneMatch(this::commits) && !slice.outruns())) {
                continue;
            }
            slice.put();
            replacement.ifPresent(parts -> {
                replaced.put(away, parts);
                replaced.put(back, parts);
            });
        }
    }

    /** What was done for others may have come between. */
    private void keepWhatIsTogether() {
        Set<Action> together = new HashSet<>();
        for (int i = 1; i < order.size(); i++) {
            Action away = order.get(i - 1);
            Action back = order.get(i);
            if (replaced.containsKey(back) && replaced.get(away) == replaced.get(back) && !whole.contains(away)
                    && !whole.contains(back)) {
                together.add(away);
                together.add(back);
            }
        }
        replaced.keySet().retainAll(together);
    }

    private void close() {
        Map<ObjectId, Action> taken = new HashMap<>();
        List<Action> returns = new ArrayList<>();
        for (Action action : order) {
            for (DbObject member : action.members) {
                if (action.type == Action.Type.DROP && isMissed(member.id())) {
                    taken.put(member.id(), action);
                } else if (action.type == Action.Type.CREATE && taken.containsKey(member.id())) {
                    returns.add(action);
                    break;
                }
            }
        }
        for (Action back : returns) {
            back.members.stream().map(member -> taken.get(member.id())).filter(away -> away != null).distinct()
                    .forEach(away -> close(away, back, List.of()));
        }
    }

    /** Whether it has no way of its own to come back without keeping anybody waiting. */
    private static boolean isMissed(ObjectId id) {
        return switch (id.kind()) {
            case INDEX, INDEX_PARTITION, PRIMARY_KEY, UNIQUE, EXCLUSION, FOREIGN_KEY, CHECK, STATISTICS, CLUSTERING,
                    REPLICA_IDENTITY, COMMENT ->
                false;
            default -> true;
        };
    }

    /** @param parts what belongs between the two */
    private void close(Action away, Action back, List<Action> parts) {
        int from = order.indexOf(away);
        int to = order.indexOf(back);
        if (from < 0 || to < from || order.subList(from, to + 1).stream().noneMatch(this::commits)) {
            return;
        }
        Slice slice = slice(away, back, parts);
        slice.put();
        Stream.of(List.of(away), slice.both(), List.of(back)).flatMap(List::stream).filter(this::commits).forEach(whole::add);
    }

    /** Null unless the one comes before the other. */
    private Slice slice(Action away, Action back, List<Action> parts) {
        int from = order.indexOf(away);
        int to = order.indexOf(back);
        if (from < 0 || to < from) {
            return null;
        }
        List<Action> between = List.copyOf(order.subList(from + 1, to));
        Set<Action> behind = new HashSet<>(Set.of(away));
        between.stream().filter(action -> action.first.keySet().stream().anyMatch(behind::contains)).forEach(behind::add);
        Set<Action> ahead = new HashSet<>(back.first.keySet());
        ahead.addAll(parts);
        for (int i = between.size() - 1; i >= 0; i--) {
            if (ahead.contains(between.get(i))) {
                ahead.addAll(between.get(i).first.keySet());
            }
        }
        return new Slice(from, between.stream().filter(action -> !behind.contains(action)).toList(), away,
                between.stream().filter(action -> behind.contains(action) && ahead.contains(action)).toList(), back,
                between.stream().filter(action -> behind.contains(action) && !ahead.contains(action)).toList());
    }

    /** A part of the order with as little between two actions as can be. */
    private final class Slice {

        private final int from;
        private final List<Action> before;
        private final List<Action> both;
        private final List<Action> after;
        private final List<Action> all = new ArrayList<>();

        /**
         * @param before what does not need the first
         * @param both what needs the first, and the last needs it
         * @param after what the last does not need
         */
        private Slice(int from, List<Action> before, Action away, List<Action> both, Action back, List<Action> after) {
            this.from = from;
            this.before = before;
            this.both = both;
            this.after = after;
            all.addAll(before);
            all.add(away);
            all.addAll(both);
            all.add(back);
            all.addAll(after);
        }

        List<Action> both() {
            return both;
        }

        /** Whether the table would be altered before the drop, which some alterations need without saying so. */
        boolean overtakes(Action away) {
            Set<ObjectId> tables = new HashSet<>(Set.of(tableOf(away.before)));
            if (away.before instanceof ForeignKey key) {
                tables.add(key.referencedTable());
            }
            return before.stream().anyMatch(action -> tables.contains(action.id.root()) && (action.type == Action.Type.RENAME
                    || action.type == Action.Type.ALTER && action.alteration.aspect() != Aspect.COLUMN_NOT_NULL));
        }

        private ObjectId tableOf(DbObject object) {
            return object instanceof Index index ? index.table() : object.id().root();
        }

        /** Whether a key would go only after the foreign key is back, which might then rely on it again. */
        boolean outruns() {
            return after.stream().anyMatch(action -> action.type == Action.Type.DROP
                    && (action.id.kind().isConstraint() || action.id.kind() == ObjectKind.INDEX));
        }

        void put() {
            for (int i = 0; i < all.size(); i++) {
                order.set(from + i, all.get(i));
            }
        }
    }
}
