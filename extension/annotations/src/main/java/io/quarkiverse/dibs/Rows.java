package io.quarkiverse.dibs;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a statement returned, all of it in memory. */
public interface Rows extends Iterable<Row> {

    /** The names of the columns in order; empty when the statement returns no rows. */
    List<String> columnNames();

    /** The rows; immutable. */
    List<Row> list();

    /** How many rows the statement inserted, updated, deleted or returned, as Postgres counts them. */
    long rowCount();

    @Override
    default Iterator<Row> iterator() {
        return list().iterator();
    }

    /** The first row, if there is one. */
    default Optional<Row> first() {
        return list().stream().findFirst();
    }

    /**
     * The only row.
     *
     * @throws IllegalStateException when there is none or more than one
     */
    default Row single() {
        if (list().size() != 1) {
            throw new IllegalStateException("expected one row but there are " + list().size());
        }
        return list().get(0);
    }

    /** Each row as something else. */
    default <T> List<T> map(RowMapper<T> mapper) {
        return list().stream().<T> map(mapper::map).toList();
    }
}
