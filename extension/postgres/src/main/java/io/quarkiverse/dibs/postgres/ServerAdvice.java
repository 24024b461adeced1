package io.quarkiverse.dibs.postgres;

import java.util.Locale;
import java.util.Optional;

import io.vertx.pgclient.PgException;

/** What to do about an error of the server, where its kind tells. */
public final class ServerAdvice {

    private ServerAdvice() {
    }

    /** A sentence or two, or empty where the server's own message is all there is to say. */
    public static Optional<String> of(PgException failure) {
        String state = failure.getSqlState() == null ? "" : failure.getSqlState();
        return Optional.ofNullable(switch (state) {
            case "22P02", "22007", "22008", "22003" ->
                "A value does not fit the type: look for such rows, and say with USING how they are to be read.";
            case "23502" -> "Rows have no value there: fill them first, in a backfill, or give the column a default.";
            case "23503" -> "Rows refer to what is not there: look for them with a LEFT JOIN, and mend or delete them first.";
            case "23505" -> "Rows have the same values: look for them with GROUP BY ... HAVING count(*) > 1 first.";
            case "23514" -> "Rows break the check: look for them with WHERE NOT (...) first.";
            case "23P01" -> "Rows exclude each other: look for them first.";
            case "0A000" -> "Postgres cannot do this in one statement: see the message for what stands in the way.";
            case "25001" ->
                "Run it alone: with an execute() of its own, in a migration that says @Migration(transactional = false).";
            case "25P04" -> "Take the bound off the transaction (SET LOCAL transaction_timeout = 0), or split the work.";
            case "25006" -> "The database takes no writes: it is a replica or set to read only. Use the primary's URL.";
            case "2BP01" -> "Drop or change what depends on it first; dibs generate-from-diff puts them in order.";
            case "42501" -> "Give the role the right it lacks, or run the migration as another role.";
            case "42601" -> "Correct the SQL at the mark.";
            case "42703", "42P01", "42883", "42704", "3F000" ->
                "Check the name and that an earlier migration creates it; dibs diff shows what the database has.";
            case "42701", "42P07", "42710", "42P06", "42723" ->
                "It is there already, made by hand or by another migration; dibs diff shows what differs.";
            case "42804" -> "Say how values get the new type: ALTER COLUMN ... TYPE ... USING ...";
            case "53100" -> "The server's disk is full: free space, then run it again.";
            case "53200" -> "Split the migration, or raise max_locks_per_transaction.";
            case "53300" -> "The server has no connection left: close others, or raise max_connections.";
            case "54000", "54001", "54011", "54023" -> "It is more than Postgres can hold in one piece: split it.";
            case "55006" -> "Others use it at this moment: run it again when they are done.";
            case "55P03" -> "Something else holds the lock for long: run it again when the database is less busy.";
            case "55P04" -> "A new enum value can be used only after COMMIT: use it in the next migration.";
            case "57014" -> String.valueOf(failure.getErrorMessage()).toLowerCase(Locale.ROOT).contains("statement timeout")
                    ? "Give it more time (SET LOCAL statement_timeout = ... before it), or split the work into a backfill."
                    : null;
            default -> null;
        });
    }
}
