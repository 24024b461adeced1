package io.quarkiverse.dibs.postgres.run;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;

/** Turns values of the driver into those that migrations see, and back. No type of the driver gets through. */
final class Values {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class, short.class,
            Short.class, boolean.class, Boolean.class, double.class, Double.class, float.class, Float.class);

    private Values() {
    }

    /**
     * @param json whether the column is of a JSON type: JSON reaches migrations as the text it is
     */
    static Object fromDriver(Object value, boolean json) {
        if (value == null) {
            return null;
        }
        if (value instanceof Object[] array) {
            return arrayFromDriver(array, json);
        }
        if (json) {
            return value == Tuple.JSON_NULL ? "null" : Json.encode(value);
        }
        if (value instanceof Numeric numeric) {
            BigDecimal exact = numeric.isNaN() ? null : numeric.bigDecimalValue();
            return exact == null ? Double.valueOf(numeric.doubleValue()) : exact;
        }
        if (value instanceof Buffer buffer) {
            return buffer.getBytes();
        }
        return isPlain(value.getClass()) ? value : value.toString();
    }

    private static Object arrayFromDriver(Object[] array, boolean json) {
        Object[] converted = new Object[array.length];
        Class<?> common = null;
        for (int i = 0; i < array.length; i++) {
            converted[i] = fromDriver(array[i], json);
            if (converted[i] != null) {
                common = common == null || common == converted[i].getClass() ? converted[i].getClass() : Object.class;
            }
        }
        Class<?> component = common != null ? common
                : isPlain(array.getClass().getComponentType()) ? array.getClass().getComponentType() : Object.class;
        Object typed = Array.newInstance(component, array.length);
        System.arraycopy(converted, 0, typed, 0, array.length);
        return typed;
    }

    private static boolean isPlain(Class<?> type) {
        return Number.class.isAssignableFrom(type) && type.getName().startsWith("java.") || type == String.class
                || type == Boolean.class || type == UUID.class || Temporal.class.isAssignableFrom(type);
    }

    /**
     * @param type the type of the parameter as {@code format_type} prints it
     */
    static Object toDriver(Object value, String type) {
        if (value == null) {
            return null;
        }
        if (value instanceof Collection<?> collection) {
            return arrayToDriver(collection.toArray(), type);
        }
        if (value instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        if (value.getClass().isArray()) {
            return arrayToDriver(value, type);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (type.equals("json") || type.equals("jsonb")) {
            return json(value);
        }
        if (value instanceof Temporal temporal) {
            return temporal(temporal);
        }
        return value;
    }

    private static Object json(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            Object parsed = Json.decodeValue(text);
            return parsed == null ? Tuple.JSON_NULL : parsed;
        } catch (DecodeException e) {
            throw new IllegalArgumentException("a parameter of type json is not JSON: " + e.getMessage(), e);
        }
    }

    private static Temporal temporal(Temporal value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toOffsetDateTime();
        }
        return value;
    }

    private static Object arrayToDriver(Object array, String type) {
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        int length = Array.getLength(array);
        Class<?> component = componentOf(array, element);
        Object converted = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(converted, i, toDriver(Array.get(array, i), element));
        }
        return converted;
    }

    /** The driver accepts an array only when its declared type is right, whatever it holds. */
    private static Class<?> componentOf(Object array, String element) {
        return switch (element) {
            case "json", "jsonb" -> Object.class;
            case "bytea" -> Buffer.class;
            case "bigint" -> Long.class;
            case "integer" -> Integer.class;
            case "smallint" -> Short.class;
            case "boolean" -> Boolean.class;
            case "uuid" -> UUID.class;
            case "double precision" -> Double.class;
            case "real" -> Float.class;
            case "numeric" -> Number.class;
            case "timestamp with time zone" -> OffsetDateTime.class;
            case "time with time zone" -> OffsetTime.class;
            default -> {
                Class<?> declared = array.getClass().getComponentType();
                yield declared == Object.class || declared.isEnum() ? String.class : BOXES.getOrDefault(declared, declared);
            }
        };
    }
}
