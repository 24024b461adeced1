package io.quarkiverse.dibs.diff;

import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * What becomes of the values of a column whose type changes: how they are cast, whether that can fail or lose something, and
 * whether Postgres writes the table anew. Knows Postgres' own casts (14 to 18); of other types it assumes the worst.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
public record TypeConversion(SqlType from, SqlType to) {

    /** How a value gets from the one type to the other. */
    public enum How {
        /** Postgres does it by itself, and refuses a value that does not fit. */
        ASSIGNMENT,
        /** {@code USING column::type}. */
        EXPLICIT,
        /** {@code USING column::text::type}: there is no cast, but the text of the one can be the other. */
        THROUGH_TEXT
    }

    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name", "\"char\"");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real",
            "double precision");
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";

    /** Implicit and assignment casts other than those among numbers and to strings. */
    private static final Map<String, Set<String>> ASSIGNABLE = Map.ofEntries(
            Map.entry("smallint", Set.of("oid")), Map.entry("integer", Set.of("oid", "money")),
            Map.entry("bigint", Set.of("oid", "money")), Map.entry("numeric", Set.of("money")),
            Map.entry("money", Set.of("numeric")), Map.entry("oid", Set.of("integer", "bigint")),
            Map.entry("date", Set.of(TIMESTAMP, TIMESTAMPTZ)),
            Map.entry(TIMESTAMP, Set.of("date", "time without time zone", TIMESTAMPTZ)),
            Map.entry(TIMESTAMPTZ, Set.of("date", "time without time zone", TIMESTAMP, "time with time zone")),
            Map.entry("time without time zone", Set.of("interval", "time with time zone")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry("inet", Set.of("cidr")), Map.entry("cidr", Set.of("inet")),
            Map.entry("macaddr", Set.of("macaddr8")), Map.entry("macaddr8", Set.of("macaddr")),
            Map.entry("bit", Set.of("bit varying")), Map.entry("bit varying", Set.of("bit")),
            Map.entry("json", Set.of("jsonb")), Map.entry("jsonb", Set.of("json")),
            Map.entry("point", Set.of("box")), Map.entry("path", Set.of("polygon")),
            Map.entry("polygon", Set.of("path")), Map.entry("box", Set.of("polygon")));

    /** Casts that must be asked for, other than those from strings. */
    private static final Map<String, Set<String>> EXPLICIT = Map.ofEntries(
            Map.entry("integer", Set.of("boolean", "bit", "\"char\"")), Map.entry("bigint", Set.of("bit")),
            Map.entry("boolean", Set.of("integer")), Map.entry("\"char\"", Set.of("integer")),
            Map.entry("bit", Set.of("integer", "bigint")),
            Map.entry("jsonb", Set.of("boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision")),
            Map.entry("int4range", Set.of("int4multirange")), Map.entry("int8range", Set.of("int8multirange")),
            Map.entry("numrange", Set.of("nummultirange")), Map.entry("daterange", Set.of("datemultirange")),
            Map.entry("tsrange", Set.of("tsmultirange")), Map.entry("tstzrange", Set.of("tstzmultirange")),
            Map.entry("box", Set.of("circle", "point", "lseg")), Map.entry("circle", Set.of("box", "point", "polygon")),
            Map.entry("polygon", Set.of("box", "circle", "point")), Map.entry("lseg", Set.of("point")));

    /** Casts that never refuse a value and never change what it says. */
    private static final Map<String, Set<String>> WIDENING = Map.ofEntries(
            Map.entry("smallint", Set.of("integer", "bigint", "numeric", "real", "double precision")),
            Map.entry("integer", Set.of("bigint", "numeric", "double precision")),
            Map.entry("bigint", Set.of("numeric")), Map.entry("real", Set.of("double precision")),
            Map.entry("date", Set.of(TIMESTAMP, TIMESTAMPTZ)), Map.entry(TIMESTAMP, Set.of(TIMESTAMPTZ)),
            Map.entry(TIMESTAMPTZ, Set.of(TIMESTAMP)),
            Map.entry("time without time zone", Set.of("interval", "time with time zone")),
            Map.entry("cidr", Set.of("inet")), Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("bit", Set.of("bit varying")), Map.entry("json", Set.of("jsonb")), Map.entry("jsonb", Set.of("json")),
            Map.entry("oid", Set.of("bigint")));

    /** Casts that round, cut off or drop a part of the value without a word. */
    private static final Map<String, Set<String>> LOSSY = Map.ofEntries(
            Map.entry("numeric", Set.of("smallint", "integer", "bigint", "real", "double precision", "money")),
            Map.entry("real", INTEGERS), Map.entry("double precision",
                    Set.of("smallint", "integer", "bigint", "numeric", "real")),
            Map.entry("integer", Set.of("real", "boolean")), Map.entry("bigint", Set.of("real", "double precision")),
            Map.entry(TIMESTAMP, Set.of("date", "time without time zone")),
            Map.entry(TIMESTAMPTZ, Set.of("date", "time without time zone", "time with time zone")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")), Map.entry("inet", Set.of("cidr")),
            Map.entry("text", Set.of("name", "\"char\"")), Map.entry("character varying", Set.of("name", "\"char\"")),
            Map.entry("character", Set.of("name", "\"char\"")));

    public How how() {
        TypeName a = TypeName.of(from);
        TypeName b = TypeName.of(to);
        if (a.array() != b.array()) {
            return How.THROUGH_TEXT;
        }
        if (a.base().equals(b.base()) || isInterval(a.base()) && isInterval(b.base()) || isAssignable(a.base(), b.base())) {
            return How.ASSIGNMENT;
        }
        boolean explicit = STRINGS.contains(a.base()) || contains(EXPLICIT, a.base(), b.base())
                || a.isUserDefined() != b.isUserDefined();
        return explicit ? How.EXPLICIT : How.THROUGH_TEXT;
    }

    /** Whether it is a string, or an array of them: its text is the value itself, and every type reads it. */
    public static boolean isString(SqlType type) {
        return STRINGS.contains(TypeName.of(type).base());
    }

    /** Whether a value that is there can make the change fail. */
    public boolean mayFail() {
        TypeName a = TypeName.of(from);
        TypeName b = TypeName.of(to);
        if (a.array() != b.array() || how() != How.ASSIGNMENT) {
            return true;
        }
        if (a.base().equals(b.base())) {
            return switch (b.base()) {
                case "character varying", "character", "bit varying" -> b.modifier(ANY) < a.modifier(ANY);
                case "bit" -> b.modifier(1) != a.modifier(1);
                case "numeric" -> !b.modifiers().isEmpty()
                        && (a.modifiers().isEmpty() || b.modifier(0) - b.scale() < a.modifier(0) - a.scale());
                default -> false;
            };
        }
        if (isInterval(a.base()) && isInterval(b.base())) {
            return false;
        }
        boolean toBoundedString = STRINGS.contains(b.base()) && !b.modifiers().isEmpty()
                && !(STRINGS.contains(a.base()) && a.modifier(ANY) <= b.modifier(ANY));
        return toBoundedString || !STRINGS.contains(b.base()) && !contains(WIDENING, a.base(), b.base())
                || b.base().equals("numeric") && !b.modifiers().isEmpty();
    }

    /** Whether values can silently lose digits, time or text. */
    public boolean losesDetail() {
        TypeName a = TypeName.of(from);
        TypeName b = TypeName.of(to);
        if (contains(LOSSY, a.base(), b.base())) {
            return true;
        }
        if (b.base().equals("numeric") && !b.modifiers().isEmpty() && !INTEGERS.contains(a.base())) {
            return a.modifiers().isEmpty() || b.scale() < a.scale();
        }
        if (isInterval(a.base()) && isInterval(b.base()) && !a.base().equals(b.base())) {
            return !b.base().equals("interval") || b.modifier(6) < a.modifier(6);
        }
        return a.base().equals(b.base()) && isTime(b.base()) && b.modifier(6) < a.modifier(6);
    }

    /** Whether Postgres writes every row anew. */
    public boolean rewrites() {
        TypeName a = TypeName.of(from);
        TypeName b = TypeName.of(to);
        if (from.equals(to)) {
            return false;
        }
        if (a.array() || b.array() || a.isUserDefined() || b.isUserDefined()) {
            return true;
        }
        if (a.base().equals(b.base())) {
            return switch (b.base()) {
                case "character varying", "bit varying" -> b.modifier(ANY) < a.modifier(ANY);
                case "numeric" -> !b.modifiers().isEmpty()
                        && (a.modifiers().isEmpty() || b.scale() != a.scale() || b.modifier(0) < a.modifier(0));
                default -> !isTime(b.base()) || b.modifier(6) < a.modifier(6);
            };
        }
        boolean sameBytes = switch (b.base()) {
            case "text" -> a.base().equals("character varying") || a.base().equals("xml");
            case "character varying" -> a.base().equals("text") && b.modifiers().isEmpty();
            case "inet" -> a.base().equals("cidr");
            case "bit varying" -> a.base().equals("bit") && b.modifiers().isEmpty();
            case "oid" -> a.base().equals("integer");
            case "integer" -> a.base().equals("oid");
            default -> false;
        };
        return !sameBytes;
    }

    private static boolean isAssignable(String from, String to) {
        if (to.equals("\"char\"") || to.equals("name")) {
            return STRINGS.contains(from);
        }
        return STRINGS.contains(to) || NUMBERS.contains(from) && NUMBERS.contains(to) || contains(ASSIGNABLE, from, to);
    }

    /** With or without the fields that it is restricted to: {@code interval day to second}. */
    private static boolean isInterval(String base) {
        return base.equals("interval") || base.startsWith("interval ");
    }

    private static boolean isTime(String base) {
        return base.startsWith("timestamp ") || base.startsWith("time ") || base.equals("interval");
    }

    private static boolean contains(Map<String, Set<String>> table, String from, String to) {
        return table.getOrDefault(from, Set.of()).contains(to);
    }
}
