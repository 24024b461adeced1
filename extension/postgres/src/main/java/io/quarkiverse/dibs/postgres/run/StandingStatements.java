package io.quarkiverse.dibs.postgres.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;

/**
 * How far a migration without a transaction came. Every statement that stands is counted and its text chained into a digest, so
 * that a later run leaves out exactly those and notices when the code is not the same any more.
 */
final class StandingStatements {

    /** Stores it in the history. */
    interface Records {

        /** That one more stands; in the statement's own transaction where it has one. */
        Uni<Void> progressed(int count, String digest);

        /**
         * That a statement is about to run outside any transaction.
         *
         * @return the first transaction id that it can have
         */
        Uni<Long> intends(String digest);

        /** That nothing is left of the statement that was under way. */
        Uni<Void> settled();
    }

    /**
     * The statement during which an earlier run ended without a word.
     *
     * @param digest of it and those before it
     * @param xid the first transaction id that it can have had
     */
    record Interrupted(String digest, long xid) {
    }

    /** A statement that is to come next. */
    record Next(int count, String digest) {
    }

    private final int alreadyApplied;
    private final String expectedDigest;
    private final Optional<Interrupted> interrupted;
    private final Records records;
    private final boolean planned;
    private int count;
    private String digest = "";

    /** Of a migration. */
    StandingStatements(int alreadyApplied, String expectedDigest, Optional<Interrupted> interrupted, Records records) {
        this(alreadyApplied, expectedDigest, interrupted, records, false);
    }

    private StandingStatements(int alreadyApplied, String expectedDigest, Optional<Interrupted> interrupted, Records records,
            boolean planned) {
        this.alreadyApplied = alreadyApplied;
        this.expectedDigest = expectedDigest;
        this.interrupted = interrupted;
        this.records = records;
        this.planned = planned;
    }

    /**
     * Of a step that its plan puts outside any transaction; the history says nothing of it.
     *
     * @param nextXid the first transaction id that what follows can have
     */
    static StandingStatements ofPlan(Uni<Long> nextXid) {
        return new StandingStatements(0, "", Optional.empty(), new Records() {

            @Override
            public Uni<Void> progressed(int count, String digest) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Long> intends(String digest) {
                return nextXid;
            }

            @Override
            public Uni<Void> settled() {
                return Uni.createFrom().voidItem();
            }
        }, true);
    }

    /** Whether it is known already that they cannot be in a transaction. */
    boolean isPlanned() {
        return planned;
    }

    /**
     * @return whether the statement stands from an interrupted run and is to be left out
     * @throws DibsException DIBS-0630 when the statements so far are not those of that run
     */
    boolean skips(String sql, Object[] parameters) {
        if (count >= alreadyApplied) {
            return false;
        }
        moved(next(sql, parameters));
        if (count == alreadyApplied && !digest.equals(expectedDigest)) {
            throw new DibsException(Problem.of("DIBS-0630", Category.REFUSED, "the migration was interrupted after "
                    + alreadyApplied + " statements, and its first statements are not the same as then")
                    .remedy("Restore them as they were, and change only what comes after."));
        }
        return true;
    }

    Next next(String sql, Object[] parameters) {
        return new Next(count + 1,
                hash(digest + '\0' + sql + '\0' + (parameters == null ? "" : Arrays.deepToString(parameters))));
    }

    /** The statement stands for good. */
    void moved(Next next) {
        count = next.count;
        digest = next.digest;
    }

    Records records() {
        return records;
    }

    int count() {
        return Math.max(count, alreadyApplied);
    }

    /** The interruption that this very statement was under way at. */
    Optional<Interrupted> interruptionOf(Next next) {
        return interrupted.filter(earlier -> next.count == alreadyApplied + 1 && earlier.digest.equals(next.digest));
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
