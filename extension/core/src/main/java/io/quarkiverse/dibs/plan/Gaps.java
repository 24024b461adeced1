package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * What is taken away only to come back (a view above a column that gets another type, a partition whose bounds change) is away
 * for everybody as soon as something is committed meanwhile, and stays away when the rest fails. So nothing is committed
 * between
 * the two: what can be done before or behind them is, and what has to be done between them is done in one piece.
 */
final class Gaps {

    private final List<Action> order;
    private final Predicate<Action> commits;
    private final Map<Action, Boolean> known = new HashMap<>();
    private final Set<Action> whole = new HashSet<>();

    private Gaps(List<Action> order, Predicate<Action> commits) {
        this.order = order;
        this.commits = commits;
    }

    private boolean commits(Action action) {
        return known.computeIfAbsent(action, commits::test);
    }

    /**
     * @param order that works
     * @param cuts between whose parts rows are away
     * @param commits whether the steps of an action end a transaction
     */
    static Gaps closed(List<Action> order, PartitionCuts cuts, Predicate<Action> commits) {
        Gaps gaps = new Gaps(new ArrayList<>(order), commits);
        gaps.close();
        for (PartitionCuts.Cut cut : cuts.cuts()) {
            List<Action> in = cut.in(gaps.order);
            Action last = in.get(in.size() - 1);
            in.stream().filter(action -> action != last).forEach(action -> gaps.close(action, last, in));
        }
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

    /** Keys and indexes have ways of their own to come back without keeping anybody waiting. */
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
        List<Action> between = order.subList(from + 1, to);
        Set<Action> behind = new HashSet<>(Set.of(away));
        between.stream().filter(action -> action.first.keySet().stream().anyMatch(behind::contains)).forEach(behind::add);
        Set<Action> ahead = new HashSet<>(back.first.keySet());
        ahead.addAll(parts);
        for (int i = between.size() - 1; i >= 0; i--) {
            if (ahead.contains(between.get(i))) {
                ahead.addAll(between.get(i).first.keySet());
            }
        }
        List<Action> closed = new ArrayList<>(between.stream().filter(action -> !behind.contains(action)).toList());
        closed.add(away);
        between.stream().filter(action -> behind.contains(action) && ahead.contains(action)).forEach(closed::add);
        closed.add(back);
        closed.subList(closed.indexOf(away), closed.size()).stream().filter(this::commits).forEach(whole::add);
        between.stream().filter(action -> behind.contains(action) && !ahead.contains(action)).forEach(closed::add);
        for (int i = 0; i < closed.size(); i++) {
            order.set(from + i, closed.get(i));
        }
    }
}
