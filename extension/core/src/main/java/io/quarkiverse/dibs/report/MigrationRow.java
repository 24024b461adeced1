package io.quarkiverse.dibs.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One migration, known to the code, to the history or to both.
 *
 * @param byWhom the database user that ran it
 * @param dibsVersion of the dibs that ran it
 * @param note what to know about its state, or empty
 */
public record MigrationRow(String version, String name, State state, Optional<Instant> when, OptionalLong durationMillis,
        Optional<String> byWhom, Optional<String> dibsVersion, String note) {

    public MigrationRow {
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(when);
        Objects.requireNonNull(durationMillis);
        Objects.requireNonNull(byWhom);
        Objects.requireNonNull(dibsVersion);
        Objects.requireNonNull(note);
    }

    public static MigrationRow pending(String version, String name) {
        return new MigrationRow(version, name, State.PENDING, Optional.empty(), OptionalLong.empty(), Optional.empty(),
                Optional.empty(), "");
    }

    /** Where a migration stands. */
    public enum State {
        PENDING("pending"),
        APPLIED("applied"),
        /** Applied, but its source has another checksum now. */
        CHANGED("changed"),
        /** Applied, but the code does not have it, though it has newer ones. */
        MISSING("missing"),
        /** Pending, but a later one is applied. */
        OUT_OF_ORDER("out of order"),
        FAILED("failed"),
        /** Begun outside a transaction, interrupted, and nobody is at it. */
        IN_DOUBT("in doubt"),
        /** Applied, but newer than all that the code has: the database is ahead of the code. */
        FUTURE("future"),
        /** Taken as applied without having been run. */
        BASELINE("baseline");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
