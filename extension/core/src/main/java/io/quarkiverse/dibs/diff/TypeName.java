package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * A type taken apart: {@code timestamp(3) with time zone[]} is the base {@code timestamp with time zone}, the modifier 3 and
 * an array. Short spellings become the ones {@code format_type} prints.
 */
record TypeName(String base, List<Integer> modifiers, boolean array) {

    private static final Pattern MODIFIERS = Pattern.compile("\\(\\s*(-?\\d+(?:\\s*,\\s*-?\\d+)*)\\s*\\)");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("varchar", "character varying"), Map.entry("char", "character"), Map.entry("bpchar", "character"),
            Map.entry("int", "integer"), Map.entry("int2", "smallint"), Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"), Map.entry("float4", "real"), Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"), Map.entry("decimal", "numeric"), Map.entry("varbit", "bit varying"),
            Map.entry("timestamptz", "timestamp with time zone"), Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"), Map.entry("time", "time without time zone"));

    static TypeName of(SqlType type) {
        String text = type.name();
        boolean array = text.endsWith("]");
        if (array) {
            text = text.substring(0, text.indexOf('[', text.lastIndexOf('"') + 1)).strip();
        }
        List<Integer> modifiers = new ArrayList<>();
        Matcher matcher = MODIFIERS.matcher(text);
        if (!text.startsWith("\"") && matcher.find()) {
            for (String number : matcher.group(1).split(",")) {
                modifiers.add(Integer.valueOf(number.strip()));
            }
            text = text.substring(0, matcher.start()) + text.substring(matcher.end());
        }
        text = text.strip().replaceAll("\\s+", " ");
        return new TypeName(SPELLINGS.getOrDefault(text, text), List.copyOf(modifiers), array);
    }

    /** The first modifier, or the given value when there is none. */
    int modifier(int otherwise) {
        return modifiers.isEmpty() ? otherwise : modifiers.get(0);
    }

    /** The scale of a {@code numeric} with modifiers. */
    int scale() {
        return modifiers.size() > 1 ? modifiers.get(1) : 0;
    }

    /** Whether it is not one of Postgres' own. */
    boolean isUserDefined() {
        return base.contains(".");
    }
}
