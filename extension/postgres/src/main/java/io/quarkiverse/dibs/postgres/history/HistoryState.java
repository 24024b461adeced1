package io.quarkiverse.dibs.postgres.history;

/** What the history says of a migration. */
public enum HistoryState {
    /** Begun outside a transaction and not ended: someone is at it now, or a run was interrupted. */
    RUNNING("running"),
    APPLIED("applied"),
    FAILED("failed"),
    /** Taken as applied without having been run here: the database had what it does. */
    BASELINE("baseline");

    private final String label;

    HistoryState(String label) {
        this.label = label;
    }

    /** As it stands in the table. */
    public String label() {
        return label;
    }

    /** Whether the database has what the migration does. */
    public boolean stands() {
        return this == APPLIED || this == BASELINE;
    }

    static HistoryState of(String label) {
        for (HistoryState state : values()) {
            if (state.label.equals(label)) {
                return state;
            }
        }
        throw new IllegalArgumentException("the history has no state " + label);
    }
}
