package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
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

    /** {@code SET (...)} and {@code RESET (...)} that lead from the one to the other; each may be absent. */
    static List<String> storageChange(SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> actions = new ArrayList<>();
        SortedMap<String, String> set = new TreeMap<>(to);
        set.entrySet().removeIf(entry -> entry.getValue().equals(from.get(entry.getKey())));
        if (!set.isEmpty()) {
            actions.add("SET " + storageParameters(set));
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
        to.forEach((key, value) -> {
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
