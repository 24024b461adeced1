package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * What the plans of the corpus did, by kind of object: created, dropped, renamed, or altered in an aspect; in how many cases
 * and
 * on which majors. Thread-safe.
 */
final class CorpusCoverage {

    private static final String CREATE = "create";
    private static final String DROP = "drop";

    private final SortedMap<Touch, SortedMap<Integer, SortedSet<String>>> touches = new TreeMap<>();

    private record Touch(ObjectKind kind, String what) implements Comparable<Touch> {

        @Override
        public int compareTo(Touch other) {
            return Comparator.comparing(Touch::kind).thenComparing(Touch::what).compare(this, other);
        }
    }

    synchronized void add(String name, int major, Plan plan) {
        plan.steps().stream().flatMap(step -> step.changes().stream()).forEach(change -> touches
                .computeIfAbsent(new Touch(change.id().kind(), what(change)), touch -> new TreeMap<>())
                .computeIfAbsent(major, other -> new TreeSet<>()).add(name));
    }

    private static String what(Change change) {
        return change.accept(new Change.Visitor<>() {
            @Override
            public String visit(Change.Create create) {
                return CREATE;
            }

            @Override
            public String visit(Change.Drop drop) {
                return DROP;
            }

            @Override
            public String visit(Change.Alter alter) {
                return alter.alteration().aspect().writtenName();
            }

            @Override
            public String visit(Change.Rename rename) {
                return "rename";
            }
        });
    }

    /** One line for each kind and what was done to it: cases and majors. */
    synchronized String table() {
        StringBuilder table = new StringBuilder();
        touches.forEach((touch, majors) -> {
            SortedSet<String> cases = new TreeSet<>();
            majors.values().forEach(cases::addAll);
            table.append(String.format("%-26s %-36s %4d on %s%n", written(touch.kind()), touch.what(), cases.size(),
                    majors.keySet()));
        });
        return table.toString();
    }

    /** What no case does: {@code create range}, {@code drop cast}, or the name of an aspect. */
    synchronized SortedSet<String> gaps() {
        List<String> wanted = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            wanted.add(CREATE + " " + written(kind));
            wanted.add(DROP + " " + written(kind));
        }
        for (Aspect aspect : Aspect.values()) {
            wanted.add(aspect.writtenName());
        }
        SortedSet<String> gaps = new TreeSet<>(wanted);
        touches.keySet().forEach(touch -> {
            gaps.remove(touch.what() + " " + written(touch.kind()));
            gaps.remove(touch.what());
        });
        return gaps;
    }

    private static String written(ObjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
