package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.WrittenOptions;

/**
 * The one place where a value becomes SQL text. Backslashes stand for themselves, as they do with
 * {@code standard_conforming_strings = on}, which dibs sets in its sessions.
 */
public final class Literals {

    private static final Pattern BARE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false|on|off");

    private Literals() {
    }

    /** The text between single quotes. */
    public static String string(String text) {
        return "'" + withoutNul(text).replace("'", "''") + "'";
    }

    /** The text between dollar quotes whose tag does not occur in it. */
    public static String dollar(String text) {
        withoutNul(text);
        String tag = "$$";
        for (int n = 0; text.contains(tag) || (text + "$").contains(tag); n++) {
            tag = n == 0 ? "$dibs$" : "$dibs" + n + "$";
        }
        return tag + text + tag;
    }

    /** {@code (fillfactor=70, toast.autovacuum_enabled=false)}. */
    static String storageParameters(Map<String, String> parameters) {
        return WrittenOptions.inOrder(parameters).stream()
                .map(entry -> parameterName(entry.getKey()) + (entry.getValue().isEmpty() ? "" : "=" + bare(entry.getValue())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * {@code SET (...)} and {@code RESET (...)} that lead from the one to the other; each may be absent. What is set stands
     * behind
     * what is not, so that what stays is set again where it is to stand elsewhere.
     */
    static List<String> storageChange(SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> actions = new ArrayList<>();
        Collection<Map.Entry<String, String>> wanted = WrittenOptions.inOrder(to);
        LinkedHashMap<String, String> set = new LinkedHashMap<>();
        wanted.stream().filter(entry -> !entry.getValue().equals(from.get(entry.getKey())))
                .forEach(entry -> set.put(entry.getKey(), entry.getValue()));
        if (!set.isEmpty()) {
            List<String> end = WrittenOptions.inOrder(from).stream().map(Map.Entry::getKey)
                    .filter(name -> to.containsKey(name) && !set.containsKey(name)).collect(Collectors.toList());
            end.addAll(set.keySet());
            if (!end.equals(wanted.stream().map(Map.Entry::getKey).toList())) {
                set.clear();
                wanted.forEach(entry -> set.put(entry.getKey(), entry.getValue()));
            }
            actions.add("SET " + storageParameters(WrittenOptions.of(set)));
        }
        SortedMap<String, String> gone = new TreeMap<>(from);
        gone.keySet().removeAll(to.keySet());
        if (!gone.isEmpty()) {
            actions.add("RESET "
                    + gone.keySet().stream().map(Literals::parameterName).collect(Collectors.joining(", ", "(", ")")));
        }
        return actions;
    }

    /** {@code OPTIONS (host 'db', port '5432')}, or nothing when there are none. */
    static String foreignOptions(Map<String, String> options) {
        return options.isEmpty() ? ""
                : WrittenOptions.inOrder(options).stream()
                        .map(entry -> Identifiers.quote(entry.getKey()) + " " + string(entry.getValue()))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** {@code OPTIONS (SET host 'db2', DROP port)}: from the one to the other. */
    static String foreignOptionsChange(SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> actions = new ArrayList<>();
        from.keySet().stream().filter(key -> !to.containsKey(key))
                .forEach(key -> actions.add("DROP " + Identifiers.quote(key)));
        WrittenOptions.inOrder(to).forEach(entry -> {
            String key = entry.getKey();
            String value = entry.getValue();
            if (!value.equals(from.get(key))) {
                actions.add((from.containsKey(key) ? "SET " : "ADD ") + Identifiers.quote(key) + " " + string(value));
            }
        });
        return "OPTIONS (" + String.join(", ", actions) + ")";
    }

    private static String parameterName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Identifiers.quote(name)
                : Identifiers.quote(name.substring(0, dot)) + "." + Identifiers.quote(name.substring(dot + 1));
    }

    /** The value as a word or number where it is one, else as a string. */
    static String bare(String value) {
        return BARE.matcher(value).matches() ? value : string(value);
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new DibsException(Problem.of("DIBS-0153", Category.BUILD, "a text holds a NUL character")
                    .remedy("Postgres has no such texts: take the character out."));
        }
        return text;
    }
}
