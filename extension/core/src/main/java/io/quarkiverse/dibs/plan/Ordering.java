package io.quarkiverse.dibs.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A topological order of actions in O((V+E) log V), ties by name (Kahn 1962). Wishes are given up one at a time, and only when
 * nothing else can go on; needs never. What cannot be ordered is given back as its strongly connected parts (Tarjan 1972).
 */
final class Ordering {

    private static final Comparator<Action> BY_RANK = Comparator.comparingInt(action -> action.rank);

    private final List<Action> actions;
    /** How many needs and wishes of an action are open, and who waits for it; all by rank. */
    private final int[] needs;
    private final int[] wishes;
    private final List<List<Action>> needers;
    private final List<List<Action>> wishers;
    private final boolean[] done;
    private final PriorityQueue<Action> ready = new PriorityQueue<>(BY_RANK);
    private final PriorityQueue<Action> possible = new PriorityQueue<>(BY_RANK);
    private final List<Action> order = new ArrayList<>();

    /** @param actions in the order of their ranks */
    Ordering(List<Action> actions) {
        this.actions = actions;
        int size = actions.size();
        needs = new int[size];
        wishes = new int[size];
        done = new boolean[size];
        needers = new ArrayList<>(Collections.nCopies(size, null));
        wishers = new ArrayList<>(Collections.nCopies(size, null));
        for (Action action : actions) {
            needs[action.rank] = action.first.size();
            wishes[action.rank] = action.wishes.size();
            action.first.keySet().forEach(first -> note(needers, first, action));
            action.wishes.forEach(first -> note(wishers, first, action));
        }
        actions.forEach(this::offer);
        while (!ready.isEmpty() || !possible.isEmpty()) {
            Action next = ready.isEmpty() ? possible.remove() : ready.remove();
            if (!done[next.rank]) {
                done[next.rank] = true;
                order.add(next);
                countDown(needers, next, needs);
                countDown(wishers, next, wishes);
            }
        }
    }

    private static void note(List<List<Action>> waiting, Action first, Action action) {
        List<Action> others = waiting.get(first.rank);
        if (others == null) {
            others = new ArrayList<>(4);
            waiting.set(first.rank, others);
        }
        others.add(action);
    }

    private void countDown(List<List<Action>> waiting, Action next, int[] counts) {
        List<Action> others = waiting.get(next.rank);
        if (others != null) {
            for (Action other : others) {
                counts[other.rank]--;
                offer(other);
            }
        }
    }

    private void offer(Action action) {
        if (!done[action.rank] && needs[action.rank] == 0) {
            (wishes[action.rank] == 0 ? ready : possible).add(action);
        }
    }

    /** The actions in order; all of them when {@link #stuck()} is empty. */
    List<Action> order() {
        return order;
    }

    boolean isComplete() {
        return order.size() == actions.size();
    }

    /** The sets of actions that wait for each other, in order; what merely waits for one of them is left out. */
    List<List<Action>> stuck() {
        return new Components(actions.stream().filter(action -> !done[action.rank]).toList()).cyclic;
    }

    /** A shortest cycle among actions that wait for each other: each waits for the next, the last for the first. */
    static List<Action> shortestCycle(List<Action> component) {
        Set<Action> within = new HashSet<>(component);
        List<Action> best = List.of();
        // any action of a cycle finds it; the first few are enough for a message
        for (Action start : component.subList(0, Math.min(component.size(), 50))) {
            Map<Action, Action> cameFrom = new HashMap<>();
            Deque<Action> queue = new ArrayDeque<>(List.of(start));
            Action last = null;
            while (!queue.isEmpty() && last == null) {
                Action action = queue.remove();
                for (Action first : action.first.keySet()) {
                    if (first == start) {
                        last = action;
                        break;
                    }
                    if (within.contains(first) && cameFrom.putIfAbsent(first, action) == null) {
                        queue.add(first);
                    }
                }
            }
            List<Action> cycle = new ArrayList<>();
            for (Action action = last; action != null; action = action == start ? null : cameFrom.get(action)) {
                cycle.add(action);
            }
            if (!cycle.isEmpty() && (best.isEmpty() || cycle.size() < best.size())) {
                Collections.reverse(cycle);
                best = cycle;
            }
        }
        return best;
    }

    /** Tarjan's algorithm without recursion, so that a ring of any length is found. */
    private static final class Components {

        final List<List<Action>> cyclic = new ArrayList<>();
        private final Map<Action, Integer> index = new HashMap<>();
        private final Map<Action, Integer> low = new HashMap<>();
        private final Deque<Action> stack = new ArrayDeque<>();
        private final Set<Action> onStack = new HashSet<>();
        private final Set<Action> remaining;

        Components(List<Action> actions) {
            remaining = new HashSet<>(actions);
            for (Action action : actions) {
                if (!index.containsKey(action)) {
                    visit(action);
                }
            }
            cyclic.sort((a, b) -> BY_RANK.compare(a.get(0), b.get(0)));
        }

        private void visit(Action root) {
            Deque<Action> path = new ArrayDeque<>();
            Map<Action, Deque<Action>> open = new HashMap<>();
            enter(root, path, open);
            while (!path.isEmpty()) {
                Action action = path.peek();
                Deque<Action> rest = open.get(action);
                if (rest.isEmpty()) {
                    path.pop();
                    if (!path.isEmpty()) {
                        low.merge(path.peek(), low.get(action), Math::min);
                    }
                    leave(action);
                } else {
                    Action first = rest.remove();
                    if (!index.containsKey(first)) {
                        enter(first, path, open);
                    } else if (onStack.contains(first)) {
                        low.merge(action, index.get(first), Math::min);
                    }
                }
            }
        }

        private void enter(Action action, Deque<Action> path, Map<Action, Deque<Action>> open) {
            index.put(action, index.size());
            low.put(action, index.get(action));
            stack.push(action);
            onStack.add(action);
            path.push(action);
            Deque<Action> firsts = new ArrayDeque<>();
            action.first.keySet().stream().filter(remaining::contains).forEach(firsts::add);
            open.put(action, firsts);
        }

        private void leave(Action action) {
            if (!low.get(action).equals(index.get(action))) {
                return;
            }
            List<Action> component = new ArrayList<>();
            Action member;
            do {
                member = stack.pop();
                onStack.remove(member);
                component.add(member);
            } while (member != action);
            if (component.size() > 1) {
                component.sort(BY_RANK);
                cyclic.add(component);
            }
        }
    }
}
