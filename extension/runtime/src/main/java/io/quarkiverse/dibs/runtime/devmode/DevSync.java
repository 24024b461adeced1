package io.quarkiverse.dibs.runtime.devmode;

/** What dev mode does about a database that is not what the entities say. */
public enum DevSync {
    /** Looks at nothing by itself; the pages and commands do when they are asked. */
    OFF,
    /** Says so and leaves the rest to the user. */
    ASK,
    /** Runs pending migrations and then what still differs, but nothing that needs consent. */
    APPLY
}
