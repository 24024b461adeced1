package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.plan.Effects;
import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.schema.ObjectId;

/** Locks, scans and rewrites by the relation's {@code schema.name}: what a step declares, or what a server did. */
record EffectsFacts(SortedMap<String, LockMode> locks, SortedSet<String> scans, SortedSet<String> rewrites) {

    EffectsFacts {
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
        scans = Collections.unmodifiableSortedSet(new TreeSet<>(scans));
        rewrites = Collections.unmodifiableSortedSet(new TreeSet<>(rewrites));
    }

    static EffectsFacts declaredBy(Effects effects) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        effects.locks().forEach((relation, mode) -> locks.merge(name(relation), mode, LockMode::strongest));
        return new EffectsFacts(locks, names(effects.scans()), names(effects.rewrites()));
    }

    /**
     * Where the measured facts are not these, one line each. ACCESS SHARE that is not declared is no difference: it is what
     * each
     * SELECT takes, and nobody waits for it who does not wait for a reader.
     */
    List<String> differences(EffectsFacts measured) {
        List<String> differences = new ArrayList<>();
        SortedSet<String> relations = new TreeSet<>(locks.keySet());
        relations.addAll(measured.locks.keySet());
        for (String relation : relations) {
            LockMode declared = locks.get(relation);
            LockMode taken = measured.locks.get(relation);
            if (declared != taken && !(declared == null && taken == LockMode.ACCESS_SHARE)) {
                differences.add("lock on " + relation + ": declared " + words(declared) + ", measured " + words(taken));
            }
        }
        compare("scan", scans, measured.scans, differences);
        compare("rewrite", rewrites, measured.rewrites, differences);
        return differences;
    }

    private static void compare(String what, SortedSet<String> declared, SortedSet<String> measured, List<String> differences) {
        declared.stream().filter(relation -> !measured.contains(relation))
                .forEach(relation -> differences.add(what + " of " + relation + ": declared, not measured"));
        measured.stream().filter(relation -> !declared.contains(relation))
                .forEach(relation -> differences.add(what + " of " + relation + ": measured, not declared"));
    }

    /** As the manual writes a lock. */
    static String words(LockMode mode) {
        return mode == null ? "none" : mode.name().replace('_', ' ');
    }

    private static SortedSet<String> names(SortedSet<ObjectId> relations) {
        SortedSet<String> names = new TreeSet<>();
        relations.forEach(relation -> names.add(name(relation)));
        return names;
    }

    private static String name(ObjectId relation) {
        return relation.schema() + "." + relation.name();
    }
}
