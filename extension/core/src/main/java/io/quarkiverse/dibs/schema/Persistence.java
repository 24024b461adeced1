package io.quarkiverse.dibs.schema;

/** Whether a relation is written to the write-ahead log. */
public enum Persistence {
    PERMANENT,
    UNLOGGED
}
