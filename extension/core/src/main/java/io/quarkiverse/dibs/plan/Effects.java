package io.quarkiverse.dibs.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * What a statement does to the database while it runs: the strongest lock on each relation that was there before, the
 * relations whose rows it reads, those it writes anew, and whether it can run inside a transaction. Immutable.
 */
public record Effects(SortedMap<ObjectId, LockMode> locks, SortedSet<ObjectId> scans, SortedSet<ObjectId> rewrites,
        boolean transactional) {

    public static final Effects NONE = new Effects(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), true);

    public Effects {
        locks = locks.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(locks));
        scans = copy(scans);
        rewrites = copy(rewrites);
    }

    private static SortedSet<ObjectId> copy(SortedSet<ObjectId> ids) {
        // most statements read and write no rows
        return ids.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    private boolean isNone() {
        return transactional && locks.isEmpty() && scans.isEmpty() && rewrites.isEmpty();
    }

    public static Effects lock(ObjectId relation, LockMode mode) {
        return NONE.andLock(relation, mode);
    }

    public Effects andLock(ObjectId relation, LockMode mode) {
        SortedMap<ObjectId, LockMode> all = new TreeMap<>(locks);
        all.merge(relation, mode, LockMode::strongest);
        return new Effects(all, scans, rewrites, transactional);
    }

    public Effects andScan(ObjectId relation) {
        SortedSet<ObjectId> all = new TreeSet<>(scans);
        all.add(relation);
        return new Effects(locks, all, rewrites, transactional);
    }

    public Effects andRewrite(ObjectId relation) {
        SortedSet<ObjectId> all = new TreeSet<>(rewrites);
        all.add(relation);
        return new Effects(locks, scans, all, transactional);
    }

    public Effects notTransactional() {
        return new Effects(locks, scans, rewrites, false);
    }

    /** Both, one after the other in one step. */
    public Effects and(Effects other) {
        // new tables are locked by nobody else, so of most steps one or the other is nothing
        if (other.isNone()) {
            return this;
        } else if (isNone()) {
            return other;
        }
        SortedMap<ObjectId, LockMode> allLocks = new TreeMap<>(locks);
        other.locks.forEach((relation, mode) -> allLocks.merge(relation, mode, LockMode::strongest));
        SortedSet<ObjectId> allScans = new TreeSet<>(scans);
        allScans.addAll(other.scans);
        SortedSet<ObjectId> allRewrites = new TreeSet<>(rewrites);
        allRewrites.addAll(other.rewrites);
        return new Effects(allLocks, allScans, allRewrites, transactional && other.transactional);
    }
}
