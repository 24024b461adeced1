package io.quarkiverse.dibs;

/** How the values of a Java enum are kept. */
public enum EnumStorage {
    /**
     * As a Postgres enum type; the order of the constants is the sort order.
     *
     * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>
     */
    POSTGRES_ENUM,
    /** As {@code text} with a {@code CHECK (column IN (...))}. */
    TEXT_CHECK
}
