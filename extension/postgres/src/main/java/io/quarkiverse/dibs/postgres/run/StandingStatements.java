package io.quarkiverse.dibs.postgres.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * How far a migration without a transaction came. Every statement that stands is counted and its text chained into a digest, so
 * that a later run leaves out exactly those and notices when the code is not the same any more.
 */
final class StandingStatements {

    /** Stores that one more stands. */
    interface Recorder {
        Uni<Void> record(int count, String digest);
    }

    private final int alreadyApplied;
    private final String expectedDigest;
    private final Recorder recorder;
    private final OptionalLong interruptedXid;
    private final long startXid;
    private int count;
    private String digest = "";

    /**
     * @param interruptedXid the first transaction id of the statement during which an earlier run may have been interrupted
     * @param startXid the first transaction id of this run
     */
    StandingStatements(int alreadyApplied, String expectedDigest, OptionalLong interruptedXid, long startXid,
            Recorder recorder) {
        this.alreadyApplied = alreadyApplied;
        this.interruptedXid = interruptedXid;
        this.startXid = startXid;
        this.expectedDigest = expectedDigest;
        this.recorder = recorder;
    }

    /**
     * @return whether the statement stands from an interrupted run and is to be left out
     * @throws DibsException DIBS-0630 when the statements so far are not those of that run
     */
    boolean skips(String sql, Object[] parameters) {
        if (count >= alreadyApplied) {
            return false;
        }
        advance(sql, parameters);
        if (count == alreadyApplied && !digest.equals(expectedDigest)) {
            throw new DibsException(Problem.of("DIBS-0630", Category.REFUSED, "the migration was interrupted after "
                    + alreadyApplied + " statements, and its first statements are not the same as then")
                    .remedy("Restore them as they were, and change only what comes after."));
        }
        return true;
    }

    Uni<Void> stands(String sql, Object[] parameters) {
        advance(sql, parameters);
        return recorder.record(count, digest);
    }

    int count() {
        return Math.max(count, alreadyApplied);
    }

    /** Whether the statement failed only because an interrupted run had done it and not come to record it. */
    Uni<Boolean> wasBuiltByInterruptedRun(SqlConnection connection, StatementException failure) {
        return interruptedXid.isPresent() && count == alreadyApplied && failure.sqlState().equals("42P07")
                ? YoungIndexes.anyValid(connection, interruptedXid.getAsLong())
                : Uni.createFrom().item(false);
    }

    /** Removes what a failed concurrent index build leaves behind, so that it can be tried again. */
    Uni<Void> tidy(SqlConnection connection) {
        return YoungIndexes.dropInvalid(connection, interruptedXid.orElse(startXid)).onFailure().recoverWithNull();
    }

    private void advance(String sql, Object[] parameters) {
        count++;
        digest = hash(digest + '\0' + sql + '\0' + (parameters == null ? "" : Arrays.deepToString(parameters)));
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
