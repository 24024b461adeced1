package io.quarkiverse.dibs.postgres.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One row of the history.
 *
 * @param rank the order in which migrations were begun; clocks play no part in it
 * @param appliedStatements how many statements stand that were run outside a transaction
 * @param statementsDigest chains the texts of those statements
 * @param startXid the first transaction id the migration could have used
 * @param statementXid the same for the statement after those that stand
 * @param error what went wrong the last time
 * @param dibsVersion of the dibs that wrote the row
 * @param transactional whether the migration was one transaction
 */
public record HistoryEntry(long rank, String version, String name, String checksum, HistoryState state,
        int appliedStatements, String statementsDigest, Instant startedAt, Optional<Instant> finishedAt,
        OptionalLong durationMillis, UUID runId, String dbUser, long startXid, long statementXid,
        Optional<String> error, String dibsVersion, boolean transactional) {

    public HistoryEntry {
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(state);
        Objects.requireNonNull(statementsDigest);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(finishedAt);
        Objects.requireNonNull(durationMillis);
        Objects.requireNonNull(runId);
        Objects.requireNonNull(dbUser);
        Objects.requireNonNull(error);
        Objects.requireNonNull(dibsVersion);
    }
}
