package io.quarkiverse.dibs.plan;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many relations one transaction touches at most: each takes locks, of which a server has a fixed number for all its
 * sessions ({@code max_locks_per_transaction}). What goes on in another transaction is still in the same order.
 */
public final class RelationCap {

    /** Leaves most of the 6,400 locks of a server as it is installed to others. */
    public static final int MOST = 200;

    private final Set<String> relations = new TreeSet<>();
    private int created;

    /** Whether a step has to begin a new transaction; counts it. */
    public boolean isExceededBy(Collection<String> touched) {
        Set<String> together = new TreeSet<>(relations);
        together.addAll(touched);
        // what locks nothing that was there before makes something new
        int made = touched.isEmpty() ? 1 : 0;
        boolean exceeded = together.size() + created + made > MOST;
        if (exceeded) {
            clear();
        }
        relations.addAll(touched);
        created += made;
        return exceeded;
    }

    /** A new transaction begins. */
    public void clear() {
        relations.clear();
        created = 0;
    }
}
