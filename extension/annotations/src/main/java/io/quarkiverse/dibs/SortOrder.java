package io.quarkiverse.dibs;

/** The order of an index key. */
public enum SortOrder {
    /** {@code ASC}. */
    ASC,
    /** {@code DESC}. */
    DESC
}
