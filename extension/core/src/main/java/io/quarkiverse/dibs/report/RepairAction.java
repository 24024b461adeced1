package io.quarkiverse.dibs.report;

import java.util.Objects;

/**
 * One change of the history that somebody has to agree to.
 *
 * @param kind {@code accept-change}, {@code remove-missing}, {@code forget-attempt} or {@code mark-applied}
 * @param what what it does and why, in sentences
 * @param done whether it has been done
 */
public record RepairAction(String kind, String version, String name, String what, boolean done) {

    public static final String ACCEPT_CHANGE = "accept-change";
    public static final String REMOVE_MISSING = "remove-missing";
    public static final String FORGET_ATTEMPT = "forget-attempt";
    public static final String MARK_APPLIED = "mark-applied";

    public RepairAction {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        Objects.requireNonNull(what);
    }

    /** By which it is agreed to: {@code accept-change:20260124120000}. */
    public String id() {
        return kind + ":" + version;
    }

    /** The same, done. */
    public RepairAction asDone() {
        return new RepairAction(kind, version, name, what, true);
    }
}
