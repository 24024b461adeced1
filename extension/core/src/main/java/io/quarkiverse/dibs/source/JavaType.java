package io.quarkiverse.dibs.source;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.SqlType;

/**
 * The Java type of a field for a column's type, and what {@code @Column} has to say so that it is this type and no other.
 *
 * @param simpleName as it stands in the source
 * @param imported its class to import, or empty
 * @param member what {@code @Column} says of it, or empty
 */
record JavaType(String simpleName, Optional<String> imported, Optional<Member> member) {

    /** A member of {@code @Column} as code. */
    record Member(String name, String code) {
    }

    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("boolean", "Boolean"),
            Map.entry("smallint", "Short"), Map.entry("integer", "Integer"), Map.entry("bigint", "Long"),
            Map.entry("real", "Float"), Map.entry("double precision", "Double"), Map.entry("text", "String"),
            Map.entry("numeric", "java.math.BigDecimal"), Map.entry("uuid", "java.util.UUID"),
            Map.entry("timestamp with time zone", "java.time.Instant"),
            Map.entry("timestamp without time zone", "java.time.LocalDateTime"), Map.entry("date", "java.time.LocalDate"),
            Map.entry("time without time zone", "java.time.LocalTime"),
            Map.entry("time with time zone", "java.time.OffsetTime"),
            Map.entry("interval", "java.time.Duration"), Map.entry("inet", "java.net.InetAddress"));

    private static final Pattern VARCHAR = Pattern.compile("character varying\\((\\d+)\\)");

    /**
     * @param enums the Java enum of each enum type, by the type as it is written
     */
    static JavaType of(SqlType type, Map<String, String> enums) {
        String name = type.name();
        if (name.equals("bytea")) {
            return new JavaType("byte[]", Optional.empty(), Optional.empty());
        }
        Matcher varchar = VARCHAR.matcher(name);
        if (varchar.matches()) {
            return new JavaType("String", Optional.empty(), Optional.of(new Member("length", varchar.group(1))));
        }
        boolean array = name.endsWith("[]");
        String element = array ? name.substring(0, name.length() - 2) : name;
        String java = PLAIN.getOrDefault(element, enums.get(element));
        if (java == null) {
            return new JavaType(array ? "String[]" : "String", Optional.empty(),
                    Optional.of(new Member("type", MigrationSource.literal(name))));
        }
        String simple = java.substring(java.lastIndexOf('.') + 1);
        return new JavaType(array ? simple + "[]" : simple, Optional.of(java).filter(full -> full.contains(".")),
                Optional.empty());
    }
}
