package io.quarkiverse.dibs;

/**
 * Turns a row into something else.
 *
 * @param <T> what it becomes
 */
@FunctionalInterface
public interface RowMapper<T> {

    /** The row as something else; the row may be kept. */
    T map(Row row);
}
