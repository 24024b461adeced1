package io.quarkiverse.dibs.schema;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Options that remember the order in which somebody wrote them. In everything else they are a sorted map like others: the order
 * says nothing, is not compared, and only shows in what is created with them. Immutable.
 */
public final class WrittenOptions extends AbstractMap<String, String> implements SortedMap<String, String> {

    private final SortedMap<String, String> sorted;
    private final List<Map.Entry<String, String>> written;

    private WrittenOptions(Map<String, String> written) {
        this.sorted = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        written.forEach((name, value) -> entries.add(Map.entry(name, value)));
        this.written = List.copyOf(entries);
    }

    /**
     * @param written the options in their order
     */
    public static SortedMap<String, String> of(LinkedHashMap<String, String> written) {
        SortedMap<String, String> sorted = new TreeMap<>(written);
        // most have none or one, or are in order
        return List.copyOf(sorted.keySet()).equals(List.copyOf(written.keySet())) ? Copies.of(sorted)
                : new WrittenOptions(written);
    }

    /** The options in the order in which they were written, where that is known. */
    public static Collection<Map.Entry<String, String>> inOrder(Map<String, String> options) {
        return options instanceof WrittenOptions known ? known.written : options.entrySet();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return sorted.entrySet();
    }

    @Override
    public String get(Object name) {
        return sorted.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return sorted.containsKey(name);
    }

    @Override
    public Comparator<? super String> comparator() {
        return sorted.comparator();
    }

    @Override
    public SortedMap<String, String> subMap(String first, String end) {
        return sorted.subMap(first, end);
    }

    @Override
    public SortedMap<String, String> headMap(String end) {
        return sorted.headMap(end);
    }

    @Override
    public SortedMap<String, String> tailMap(String first) {
        return sorted.tailMap(first);
    }

    @Override
    public String firstKey() {
        return sorted.firstKey();
    }

    @Override
    public String lastKey() {
        return sorted.lastKey();
    }
}
