package io.quarkiverse.dibs.report;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One thing that was written into the history of a database.
 *
 * @param number counts what was written, from 1; clocks play no part in it
 * @param at when it was written, by the server's clock
 * @param runId of the run that wrote it
 * @param byWhom the database user
 * @param applicationVersion of the db module, or empty
 * @param note what went wrong or what to know, or empty
 */
public record HistoryRow(long number, Instant at, Action action, String version, String name, OptionalLong durationMillis,
        UUID runId, String byWhom, String dibsVersion, String applicationVersion, String note) {

    public HistoryRow {
        Objects.requireNonNull(at);
        Objects.requireNonNull(action);
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        Objects.requireNonNull(durationMillis);
        Objects.requireNonNull(runId);
        Objects.requireNonNull(byWhom);
        Objects.requireNonNull(dibsVersion);
        Objects.requireNonNull(applicationVersion);
        Objects.requireNonNull(note);
    }

    /** What was done. */
    public enum Action {
        /** A migration without a transaction began, or went on. */
        RUNNING("running"),
        APPLIED("applied"),
        FAILED("failed"),
        /** Taken as applied without having been run. */
        BASELINE("baseline"),
        /** Somebody agreed to a change of the history itself. */
        REPAIRED("repaired"),
        /** What only a newer dibs knows. */
        OTHER("other");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        /** As it stands in the table. */
        public String label() {
            return label;
        }
    }
}
