package io.quarkiverse.dibs.error;

/** What kind of problem it is; the only place that says with which status the command line exits. */
public enum Category {
    /** The two sides differ or migrations are pending; not a failure of the command itself. */
    DIFFERENT(1),
    /** Wrong arguments or a wrong configuration file. */
    USAGE(2),
    /** The module does not build, or an entity or migration says something that cannot be. */
    BUILD(3),
    /** The server cannot be reached, refuses the login or is not one that dibs works with. */
    CONNECTION(4),
    /** The server refused a statement, or a migration failed. */
    SQL(5),
    /** dibs refused: consent is missing, migrations are pending, a plan is stale, the lock is held. */
    REFUSED(6),
    /** Nobody knows whether the last transaction was committed. */
    IN_DOUBT(7),
    /** A defect of dibs. */
    INTERNAL(70),
    /** The user interrupted. */
    INTERRUPTED(130);

    private final int exitStatus;

    Category(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
