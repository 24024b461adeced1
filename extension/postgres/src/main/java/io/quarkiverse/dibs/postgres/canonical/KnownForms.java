package io.quarkiverse.dibs.postgres.canonical;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * Texts whose form in the catalog is certain without asking: built-in types as {@code format_type} prints them, and the most
 * usual defaults. Says nothing about everything else.
 */
final class KnownForms {

    private static final Set<String> PLAIN_TYPES = Set.of("smallint", "integer", "bigint", "real", "double precision",
            "numeric",
            "boolean", "text", "character varying", "bytea", "uuid", "date", "interval", "json", "jsonb", "xml", "inet", "cidr",
            "macaddr", "macaddr8", "money", "point", "line", "lseg", "box", "path", "polygon", "circle", "tsvector", "tsquery",
            "bit varying", "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange",
            "timestamp with time zone", "timestamp without time zone", "time with time zone", "time without time zone");
    private static final Pattern TYPE_WITH_MODIFIER = Pattern
            .compile("(?:character varying|character|bit|bit varying)\\([1-9]\\d*\\)"
                    + "|numeric\\([1-9]\\d*,\\d+\\)|(?:timestamp|time)\\([0-6]\\) with(?:out)? time zone|interval\\([0-6]\\)");
    private static final Pattern COLLATABLE = Pattern.compile("text|character varying(\\(\\d+\\))?|character\\(\\d+\\)");
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|'')*+'");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern CURRENT = Pattern.compile("(?i)CURRENT_TIMESTAMP|CURRENT_DATE|LOCALTIMESTAMP");
    private static final Pattern CALL = Pattern.compile("now\\(\\)|gen_random_uuid\\(\\)|clock_timestamp\\(\\)");
    private static final Set<String> NUMERIC_TYPES = Set.of("smallint", "integer", "bigint", "numeric", "real",
            "double precision");

    private KnownForms() {
    }

    static boolean isCanonicalType(SqlType type) {
        String element = elementOf(type);
        return PLAIN_TYPES.contains(element) || TYPE_WITH_MODIFIER.matcher(element).matches();
    }

    /** The type without array brackets. */
    static String elementOf(SqlType type) {
        return type.name().endsWith("[]") ? type.name().substring(0, type.name().length() - 2) : type.name();
    }

    /** One of the server's own collations on a built-in text type: certainly not the type's default. */
    static boolean isCanonicalCollation(SqlType type, String collation) {
        return COLLATABLE.matcher(type.name()).matches() && collation.startsWith("pg_catalog.")
                && !collation.equals("pg_catalog.\"default\"");
    }

    /**
     * The default as {@code pg_get_expr} prints it.
     *
     * @param ofEnum whether the type is an enum
     */
    static Optional<String> defaultOf(String text, SqlType type, boolean ofEnum) {
        if (STRING.matcher(text).matches()) {
            String name = type.name();
            if (ofEnum || name.equals("text")) {
                return Optional.of(text + "::" + name);
            }
            if (name.startsWith("character varying") && !name.endsWith("[]")) {
                return Optional.of(text + "::character varying");
            }
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches() && (NUMERIC_TYPES.contains(type.name()) || type.name().startsWith("numeric("))) {
            return Optional.of(text);
        }
        if (type.name().equals("boolean") && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        if (CURRENT.matcher(text).matches()) {
            return Optional.of(text.toUpperCase(Locale.ROOT));
        }
        return CALL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
