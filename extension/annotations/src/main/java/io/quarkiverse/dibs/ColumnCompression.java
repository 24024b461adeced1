package io.quarkiverse.dibs;

/**
 * How large values of a column are compressed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TOAST-COMPRESSION">
 *      default_toast_compression</a>
 */
public enum ColumnCompression {
    /** As the server is configured. */
    DEFAULT,
    /** {@code pglz}. */
    PGLZ,
    /** {@code lz4}, on servers built with it. */
    LZ4
}
