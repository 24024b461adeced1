package io.quarkiverse.dibs;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A row of a result. Positions count from 0. A value is a Boolean, Short, Integer, Long, Float, Double, BigDecimal (numeric),
 * String (also enums, json, interval and inet), byte[], UUID, LocalDate, LocalTime, OffsetTime, LocalDateTime, OffsetDateTime
 * (timestamptz),
 * or an array of one of these. SQL's null is null.
 */
public interface Row {

    /** The names of the columns in order. */
    List<String> columnNames();

    /**
     * The value at a position.
     *
     * @throws IndexOutOfBoundsException when there is no such column
     */
    Object get(int position);

    /**
     * The position of a column, of the first one when several have the name.
     *
     * @throws IllegalArgumentException when there is no such column
     */
    default int position(String column) {
        int position = columnNames().indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("there is no column " + column + " among " + columnNames());
        }
        return position;
    }

    /** The value of a column. */
    default Object get(String column) {
        return get(position(column));
    }

    /**
     * The value at a position as a type: the value's own, or another number type that can hold it exactly.
     *
     * @throws IllegalArgumentException when the value is of another type
     * @throws ArithmeticException when the number does not fit
     */
    default <T> T get(int position, Class<T> type) {
        Object value = get(position);
        if (value instanceof Number number && Number.class.isAssignableFrom(type)) {
            value = Numbers.convert(number, type);
        }
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("column " + columnNames().get(position) + " is a "
                    + value.getClass().getTypeName() + ", not a " + type.getTypeName());
        }
        return type.cast(value);
    }

    /** The value of a column as a type; see {@link #get(int, Class)}. */
    default <T> T get(String column, Class<T> type) {
        return get(position(column), type);
    }

    /** A text. */
    default String getString(int position) {
        return get(position, String.class);
    }

    /** A text. */
    default String getString(String column) {
        return get(column, String.class);
    }

    /** A whole number; also of a smaller type, or of a larger one when it fits. */
    default Integer getInteger(int position) {
        return get(position, Integer.class);
    }

    /** A whole number; also of a smaller type, or of a larger one when it fits. */
    default Integer getInteger(String column) {
        return get(column, Integer.class);
    }

    /** A whole number; also of a smaller type, or a numeric when it fits. */
    default Long getLong(int position) {
        return get(position, Long.class);
    }

    /** A whole number; also of a smaller type, or a numeric when it fits. */
    default Long getLong(String column) {
        return get(column, Long.class);
    }

    /** A number. */
    default BigDecimal getBigDecimal(int position) {
        return get(position, BigDecimal.class);
    }

    /** A number. */
    default BigDecimal getBigDecimal(String column) {
        return get(column, BigDecimal.class);
    }

    /** A boolean. */
    default Boolean getBoolean(int position) {
        return get(position, Boolean.class);
    }

    /** A boolean. */
    default Boolean getBoolean(String column) {
        return get(column, Boolean.class);
    }

    /** A UUID. */
    default UUID getUuid(String column) {
        return get(column, UUID.class);
    }

    /** A {@code timestamptz}. */
    default OffsetDateTime getOffsetDateTime(String column) {
        return get(column, OffsetDateTime.class);
    }
}
