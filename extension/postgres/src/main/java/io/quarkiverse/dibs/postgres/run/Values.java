package io.quarkiverse.dibs.postgres.run;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.pgclient.data.Cidr;
import io.vertx.pgclient.data.Inet;
import io.vertx.pgclient.data.Interval;
import io.vertx.pgclient.data.Money;
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
        return isPlain(value.getClass()) ? value : text(value);
    }

    /** As Postgres writes it and reads it, where the driver has a class of its own for a type. */
    private static String text(Object value) {
        if (value instanceof Inet inet) {
            return inet.getAddress().getHostAddress() + (inet.getNetmask() == null ? "" : "/" + inet.getNetmask());
        } else if (value instanceof Cidr cidr) {
            return cidr.getAddress().getHostAddress() + (cidr.getNetmask() == null ? "" : "/" + cidr.getNetmask());
        } else if (value instanceof Interval interval) {
            return String.format(Locale.ROOT, "%d years %d mons %d days %d hours %d mins %d secs %d microseconds",
                    interval.getYears(), interval.getMonths(), interval.getDays(), interval.getHours(), interval.getMinutes(),
                    interval.getSeconds(), interval.getMicroseconds()).replaceAll("(?<![0-9-])0 \\w+ ?", "").strip()
                    .transform(text -> text.isEmpty() ? "0" : text);
        } else if (value instanceof Money money) {
            return money.bigDecimalValue().toPlainString();
        }
        return value.toString();
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
        if (value instanceof Duration duration && type.equals("interval")) {
            return Interval.of(0, 0, 0, Math.toIntExact(duration.toHours()), duration.toMinutesPart(), duration.toSecondsPart(),
                    duration.toNanosPart() / 1_000);
        }
        if (value instanceof Period period && type.equals("interval")) {
            return Interval.of(period.getYears(), period.getMonths(), period.getDays());
        }
        if (value instanceof InetAddress address && type.equals("inet")) {
            return new Inet().setAddress(address);
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
            // the reader's words quote the text, which is a row's
            throw new IllegalArgumentException("is not JSON", e);
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
            Object value = toDriver(Array.get(array, i), element);
            if (value instanceof Integer || value instanceof Short) {
                value = whole(((Number) value).longValue(), component);
            }
            if (value != null && !component.isInstance(value)) {
                throw new IllegalArgumentException("has an element that is a " + Array.get(array, i).getClass().getName()
                        + ", and the statement takes " + element + " there");
            }
            Array.set(converted, i, value);
        }
        return converted;
    }

    /** A list of whole numbers is one of Integer in Java, whatever the numbers of the array are in Postgres. */
    private static Object whole(long value, Class<?> component) {
        if (component == Short.class && value == (short) value) {
            return (short) value;
        } else if (component == Long.class) {
            return value;
        }
        return component == Double.class ? (Object) Double.valueOf(value) : Integer.valueOf((int) value);
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
            case "timestamp without time zone" -> LocalDateTime.class;
            case "time without time zone" -> LocalTime.class;
            case "date" -> LocalDate.class;
            case "interval" -> Interval.class;
            case "inet" -> Inet.class;
            default -> {
                Class<?> declared = array.getClass().getComponentType();
                yield declared == Object.class || declared.isEnum() ? String.class : BOXES.getOrDefault(declared, declared);
            }
        };
    }
}
