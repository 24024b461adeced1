package io.quarkiverse.dibs.sql;

import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.schema.Expression;

/**
 * How a change is to be written: for which server, and in which of the forms Postgres offers. A form that the change does not
 * have is ignored.
 *
 * @param major the server's major version
 * @param only {@code ALTER TABLE ONLY}, {@code CREATE INDEX ... ON ONLY}: leave partitions and child tables alone
 * @param concurrently build or drop an index, or detach a partition, without blocking writers
 * @param notValid add a check or foreign key without looking at the rows, or NOT NULL that a valid check has proved
 * @param usingIndex add a primary key or unique constraint on top of this index of the table's schema
 * @param rowsKept the rows of a table that is dropped or renamed are, or will be, in another of its name
 * @param using the conversion of a column's type change; absent lets {@link io.quarkiverse.dibs.diff.TypeConversion} decide
 */
public record WriteContext(int major, boolean only, boolean concurrently, boolean notValid, boolean rowsKept,
        Optional<String> usingIndex, Optional<Expression> using) {

    public static final int OLDEST = 14;
    public static final int NEWEST = 18;

    public WriteContext {
        Objects.requireNonNull(usingIndex);
        Objects.requireNonNull(using);
    }

    /** The plain form of every change. */
    public static WriteContext forServer(int major) {
        return new WriteContext(major, false, false, false, false, Optional.empty(), Optional.empty());
    }

    public WriteContext withOnly(boolean newOnly) {
        return new WriteContext(major, newOnly, concurrently, notValid, rowsKept, usingIndex, using);
    }

    public WriteContext withConcurrently(boolean newConcurrently) {
        return new WriteContext(major, only, newConcurrently, notValid, rowsKept, usingIndex, using);
    }

    public WriteContext withNotValid(boolean newNotValid) {
        return new WriteContext(major, only, concurrently, newNotValid, rowsKept, usingIndex, using);
    }

    public WriteContext withRowsKept(boolean newRowsKept) {
        return new WriteContext(major, only, concurrently, notValid, newRowsKept, usingIndex, using);
    }

    public WriteContext withUsingIndex(Optional<String> newUsingIndex) {
        return new WriteContext(major, only, concurrently, notValid, rowsKept, newUsingIndex, using);
    }

    public WriteContext withUsing(Optional<Expression> newUsing) {
        return new WriteContext(major, only, concurrently, notValid, rowsKept, usingIndex, newUsing);
    }
}
