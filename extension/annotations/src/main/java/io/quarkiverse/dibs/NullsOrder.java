package io.quarkiverse.dibs;

/** Where an index key has its nulls. */
public enum NullsOrder {
    /** As Postgres has it: last when ascending, first when descending. */
    DEFAULT,
    /** {@code NULLS FIRST}. */
    FIRST,
    /** {@code NULLS LAST}. */
    LAST
}
