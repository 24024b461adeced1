package io.quarkiverse.dibs.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies that nobody changes. */
final class Copies {

    private Copies() {
    }

    /** A schema has tens of thousands of empty ones, which are one and the same. */
    static <K extends Comparable<K>, V> SortedMap<K, V> of(SortedMap<K, V> map) {
        if (map instanceof WrittenOptions) {
            return map;
        }
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
