package io.quarkiverse.dibs.intent;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The named values of one JSON object, sorted by name. What is empty or false is left out when written and comes back so when
 * read, which keeps the file small and lets a later version add fields.
 */
final class Fields {

    private final Map<String, Object> values;

    Fields() {
        this(new TreeMap<>());
    }

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked")
    static Fields of(Object tree) {
        return new Fields((Map<String, Object>) tree);
    }

    Map<String, Object> tree() {
        return values;
    }

    Fields put(String name, String text) {
        values.put(name, text);
        return this;
    }

    Fields put(String name, Optional<String> text) {
        text.ifPresent(value -> values.put(name, value));
        return this;
    }

    Fields put(String name, boolean flag) {
        if (flag) {
            values.put(name, true);
        }
        return this;
    }

    Fields put(String name, long number) {
        values.put(name, number);
        return this;
    }

    Fields put(String name, Fields fields) {
        values.put(name, fields.values);
        return this;
    }

    Fields put(String name, List<?> list) {
        if (!list.isEmpty()) {
            values.put(name, list);
        }
        return this;
    }

    Fields put(String name, SortedMap<String, String> map) {
        if (!map.isEmpty()) {
            values.put(name, map);
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return (String) value(name);
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    long number(String name) {
        return (Long) value(name);
    }

    int number(String name, int otherwise) {
        return has(name) ? Math.toIntExact(number(name)) : otherwise;
    }

    Fields fields(String name) {
        return of(value(name));
    }

    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    List<Fields> listOfFields(String name) {
        return list(name).stream().map(Fields::of).toList();
    }

    @SuppressWarnings("unchecked")
    SortedMap<String, String> map(String name) {
        return has(name) ? new TreeMap<>((Map<String, String>) value(name)) : Collections.emptySortedMap();
    }

    private List<?> list(String name) {
        return has(name) ? (List<?>) value(name) : List.of();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the intent lacks the field " + name + " in " + values);
        }
        return value;
    }
}
