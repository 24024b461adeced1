package io.quarkiverse.dibs.deployment.intent;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Postgres type of each Java type that is one value, by the name of the class. What is not here has no type unless the
 * user names one.
 */
final class ScalarTypes {

    private static final Map<String, ScalarType> TYPES = types();

    private ScalarTypes() {
    }

    static Optional<ScalarType> of(String className) {
        return Optional.ofNullable(TYPES.get(className));
    }

    /** The names of all classes and primitives that have a type. */
    static Set<String> names() {
        return TYPES.keySet();
    }

    /** A type and which of length, precision and scale it takes. */
    record ScalarType(String name, Modifier modifier) {

        enum Modifier {
            NONE,
            /** {@code varchar(n)} in the place of {@code text}. */
            LENGTH,
            /** {@code numeric(p,s)}. */
            PRECISION_AND_SCALE,
            /** Digits of the second's fraction. */
            FRACTION
        }
    }

    private static Map<String, ScalarType> types() {
        Map<String, ScalarType> types = new HashMap<>();
        plain(types, "boolean", "boolean", "java.lang.Boolean");
        plain(types, "smallint", "byte", "java.lang.Byte", "short", "java.lang.Short");
        plain(types, "integer", "int", "java.lang.Integer");
        plain(types, "bigint", "long", "java.lang.Long");
        plain(types, "real", "float", "java.lang.Float");
        plain(types, "double precision", "double", "java.lang.Double");
        plain(types, "character(1)", "char", "java.lang.Character");
        with(types, ScalarType.Modifier.LENGTH, "text", "java.lang.String", "java.lang.CharSequence");
        with(types, ScalarType.Modifier.PRECISION_AND_SCALE, "numeric", "java.math.BigDecimal", "java.math.BigInteger",
                "io.vertx.sqlclient.data.Numeric");
        plain(types, "bytea", "io.vertx.core.buffer.Buffer", "io.vertx.mutiny.core.buffer.Buffer");
        plain(types, "uuid", "java.util.UUID");
        with(types, ScalarType.Modifier.FRACTION, "timestamp with time zone", "java.time.Instant", "java.time.OffsetDateTime",
                "java.time.ZonedDateTime");
        with(types, ScalarType.Modifier.FRACTION, "timestamp without time zone", "java.time.LocalDateTime");
        with(types, ScalarType.Modifier.FRACTION, "time without time zone", "java.time.LocalTime");
        with(types, ScalarType.Modifier.FRACTION, "time with time zone", "java.time.OffsetTime");
        with(types, ScalarType.Modifier.FRACTION, "interval", "java.time.Duration", "java.time.Period",
                "io.vertx.pgclient.data.Interval");
        plain(types, "date", "java.time.LocalDate");
        plain(types, "jsonb", "io.vertx.core.json.JsonObject", "io.vertx.core.json.JsonArray",
                "com.fasterxml.jackson.databind.JsonNode", "com.fasterxml.jackson.databind.node.ObjectNode",
                "com.fasterxml.jackson.databind.node.ArrayNode", "jakarta.json.JsonValue", "jakarta.json.JsonObject",
                "jakarta.json.JsonArray");
        plain(types, "inet", "java.net.InetAddress", "java.net.Inet4Address", "java.net.Inet6Address",
                "io.vertx.pgclient.data.Inet");
        plain(types, "cidr", "io.vertx.pgclient.data.Cidr");
        plain(types, "money", "io.vertx.pgclient.data.Money");
        plain(types, "point", "io.vertx.pgclient.data.Point");
        plain(types, "line", "io.vertx.pgclient.data.Line");
        plain(types, "lseg", "io.vertx.pgclient.data.LineSegment");
        plain(types, "box", "io.vertx.pgclient.data.Box");
        plain(types, "path", "io.vertx.pgclient.data.Path");
        plain(types, "polygon", "io.vertx.pgclient.data.Polygon");
        plain(types, "circle", "io.vertx.pgclient.data.Circle");
        return Collections.unmodifiableMap(types);
    }

    private static void plain(Map<String, ScalarType> types, String name, String... classNames) {
        with(types, ScalarType.Modifier.NONE, name, classNames);
    }

    private static void with(Map<String, ScalarType> types, ScalarType.Modifier modifier, String name, String... classNames) {
        for (String className : classNames) {
            types.put(className, new ScalarType(name, modifier));
        }
    }
}
