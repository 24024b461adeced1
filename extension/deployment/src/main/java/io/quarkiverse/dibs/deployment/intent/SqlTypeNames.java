package io.quarkiverse.dibs.deployment.intent;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names users give to built-in types, turned into the ones {@code format_type} prints, so that the common spellings need
 * no server to be compared. A name that is not known stays as it was written.
 */
final class SqlTypeNames {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"), Map.entry("int4", "integer"), Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"), Map.entry("float4", "real"), Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"), Map.entry("bool", "boolean"), Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"), Map.entry("varchar", "character varying"), Map.entry("char", "character"),
            Map.entry("bpchar", "character"), Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"), Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"), Map.entry("varbit", "bit varying"));
    private static final Set<String> BUILT_IN = Set.of("integer", "smallint", "bigint", "real", "double precision", "boolean",
            "numeric", "character varying", "character", "text", "bytea", "uuid", "date", "interval", "json", "jsonb", "xml",
            "inet", "cidr", "macaddr", "macaddr8", "money", "point", "line", "lseg", "box", "path", "polygon", "circle",
            "tsvector", "tsquery", "bit", "bit varying", "name", "oid", "regclass", "regtype", "int4range", "int8range",
            "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange",
            "tsmultirange", "tstzmultirange", "datemultirange", "timestamp with time zone", "timestamp without time zone",
            "time with time zone", "time without time zone");
    private static final Pattern FORM = Pattern
            .compile("([a-z][a-z0-9_ ]*?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?\\s*(with(?:out)? time zone)?\\s*"
                    + "((?:\\[\\d*\\]\\s*)*)");

    private SqlTypeNames() {
    }

    static String canonical(String written) {
        Matcher matcher = FORM.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return written.strip();
        }
        String zone = matcher.group(4) == null ? "" : " " + matcher.group(4);
        String spaced = matcher.group(1).replaceAll("\\s+", " ") + zone;
        String name = ALIASES.getOrDefault(spaced, spaced);
        if (!BUILT_IN.contains(name)) {
            return written.strip();
        }
        String array = matcher.group(5).isBlank() ? "" : "[]";
        return modified(name, matcher.group(2), matcher.group(3)) + array;
    }

    /** Whether the type, in the form {@code format_type} prints, is one whose meaning is known here. */
    static boolean isBuiltIn(String canonical) {
        return BUILT_IN.contains(base(canonical));
    }

    /** The type without modifiers and array brackets. */
    static String base(String canonical) {
        return canonical.replaceAll("\\(.*?\\)", "").replace("[]", "");
    }

    /** A type of time with so many digits of the second's fraction. */
    static String withFraction(String name, int digits) {
        return withModifier(name, Integer.toString(digits));
    }

    private static String modified(String name, String first, String second) {
        if (first == null) {
            return name.equals("character") || name.equals("bit") ? name + "(1)" : name;
        }
        if (name.equals("numeric")) {
            return name + "(" + first + "," + (second == null ? "0" : second) + ")";
        }
        return withModifier(name, first);
    }

    private static String withModifier(String name, String modifier) {
        int zone = name.indexOf(" with");
        return zone < 0 ? name + "(" + modifier + ")"
                : name.substring(0, zone) + "(" + modifier + ")" + name.substring(zone);
    }
}
