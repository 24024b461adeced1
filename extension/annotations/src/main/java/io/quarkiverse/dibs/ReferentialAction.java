package io.quarkiverse.dibs;

/**
 * What a foreign key does when the row it points to is deleted or its key changes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
public enum ReferentialAction {
    /** {@code NO ACTION}: an error, at the end of the statement or, when deferred, of the transaction. */
    NO_ACTION,
    /** {@code RESTRICT}: an error at once. */
    RESTRICT,
    /** {@code CASCADE}: the referencing rows are deleted, or follow the new key. */
    CASCADE,
    /** {@code SET NULL}: the referencing columns become null. */
    SET_NULL,
    /** {@code SET DEFAULT}: the referencing columns get their defaults. */
    SET_DEFAULT
}
