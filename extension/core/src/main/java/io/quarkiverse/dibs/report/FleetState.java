package io.quarkiverse.dibs.report;

/** Where one target of a fleet stands, after a run or when it is only looked at. */
public enum FleetState {
    UP_TO_DATE("up to date"),
    /** This run applied what was pending. */
    MIGRATED("migrated"),
    /** A dry run tried everything and rolled it back. */
    TRIED("tried"),
    /** Only looked at: a run would apply something. */
    PENDING("pending"),
    /** The database is ahead of the code. */
    FUTURE("future"),
    /** An applied migration has another source now. */
    CHANGED("changed"),
    /** Something waits that is older than what is applied. */
    OUT_OF_ORDER("out of order"),
    /** Something is applied that the code does not have. */
    MISSING("missing"),
    /** A migration was interrupted outside a transaction. */
    IN_DOUBT("in doubt"),
    /** Only looked at: a migration failed in the last run. */
    FAILED_BEFORE("failed before"),
    /** This run failed here. */
    FAILED("failed"),
    /** Its history could not be read. */
    UNREADABLE("unreadable"),
    /** Somebody asked the run to end while it was at this target. */
    CANCELLED("cancelled"),
    /** The run ended before it came to this target. */
    NOT_RUN("not run");

    private final String label;

    FleetState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The state of a target of which one migration stands like this. */
    public static FleetState of(MigrationRow.State state) {
        return switch (state) {
            case APPLIED, BASELINE -> UP_TO_DATE;
            case PENDING -> PENDING;
            case FUTURE -> FUTURE;
            case CHANGED -> CHANGED;
            case OUT_OF_ORDER -> OUT_OF_ORDER;
            case MISSING -> MISSING;
            case IN_DOUBT -> IN_DOUBT;
            case FAILED -> FAILED_BEFORE;
        };
    }
}
