package io.quarkiverse.dibs.plan;

/** How a step is committed. */
public enum Segment {
    /** Together with its neighbours in one transaction. */
    TRANSACTION,
    /** Alone and outside any transaction. */
    NO_TRANSACTION,
    /** In a transaction that is committed before the next step: what it brings cannot be used earlier. */
    COMMIT_AFTER
}
