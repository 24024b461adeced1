package io.quarkiverse.dibs.planfile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/** The members of one JSON object, each of the type that is asked for; DIBS-0511 says which is not. */
record Members(Map<String, Object> tree) {

    static DibsException malformed(String why) {
        return new DibsException(Problem.of("DIBS-0511", Category.USAGE, "this is not a plan file of dibs: " + why)
                .remedy("Make one: dibs plan --out FILE"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw malformed(what + " is not an object");
    }

    String text(String name) {
        return of(String.class, name, tree.get(name));
    }

    long number(String name) {
        return of(Number.class, name, tree.get(name)).longValue();
    }

    boolean flag(String name) {
        return of(Boolean.class, name, tree.get(name));
    }

    List<String> texts(String name) {
        return elements(name).stream().map(item -> of(String.class, name, item)).toList();
    }

    List<Map<String, Object>> list(String name) {
        return elements(name).stream().map(item -> object(item, "an element of \"" + name + "\"")).toList();
    }

    private List<?> elements(String name) {
        return of(List.class, name, tree.get(name));
    }

    SortedMap<String, String> map(String name) {
        SortedMap<String, String> map = new TreeMap<>();
        object(tree.get(name), "\"" + name + "\"").forEach((key, value) -> map.put(key, of(String.class, name, value)));
        return map;
    }

    <E extends Enum<E>> E constant(String name, E[] constants) {
        String text = text(name);
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw malformed("\"" + name + "\" cannot be \"" + text + "\"");
    }

    private static <T> T of(Class<T> type, String name, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw malformed("\"" + name + "\" is missing or of another type");
    }
}
