package io.quarkiverse.dibs;

/**
 * How large values of a column are kept.
 *
 * @see <a href="https://www.postgresql.org/docs/current/storage-toast.html">TOAST</a>
 */
public enum ColumnStorage {
    /** As the type has it. */
    DEFAULT,
    /** In line and never compressed. */
    PLAIN,
    /** Out of line, not compressed. */
    EXTERNAL,
    /** Compressed, then out of line. */
    EXTENDED,
    /** Compressed, out of line only as a last resort. */
    MAIN
}
