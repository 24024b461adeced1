package io.quarkiverse.dibs;

/**
 * When a constraint is checked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET CONSTRAINTS</a>
 */
public enum Deferrability {
    /** {@code NOT DEFERRABLE}: after each row or statement, always. */
    NOT_DEFERRABLE,
    /** {@code DEFERRABLE INITIALLY IMMEDIATE}: after each statement, unless the transaction asks to wait. */
    INITIALLY_IMMEDIATE,
    /** {@code DEFERRABLE INITIALLY DEFERRED}: at the end of the transaction, unless it asks for it earlier. */
    INITIALLY_DEFERRED
}
