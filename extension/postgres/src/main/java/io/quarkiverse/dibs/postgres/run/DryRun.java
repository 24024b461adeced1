package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;

/**
 * What a dry run could not try: from there on a failure says nothing, since it may come from what is missing. Everything
 * happens in one transaction that is rolled back. Thread-safe.
 */
final class DryRun {

    /** The state of "cannot run inside a transaction block". */
    private static final String ACTIVE_TRANSACTION = "25001";
    private static final String SAVEPOINT = "dibs_dry_run";

    private final List<String> leftOut = new CopyOnWriteArrayList<>();

    /** @param what for people, with the migration it is of */
    void leaveOut(String what) {
        leftOut.add(what);
    }

    boolean isPartial() {
        return !leftOut.isEmpty();
    }

    List<String> leftOut() {
        return new ArrayList<>(leftOut);
    }

    /** The answer, or empty when the statement can only run outside a transaction. */
    <T> Uni<Optional<T>> orLeftOut(PgConnection connection, String what, Supplier<Uni<T>> statement) {
        return connection.query("SAVEPOINT " + SAVEPOINT).execute()
                .flatMap(begun -> statement.get())
                .flatMap(answer -> connection.query("RELEASE SAVEPOINT " + SAVEPOINT).execute()
                        .map(done -> Optional.of(answer)))
                .onFailure(DryRun::needsNoTransaction).recoverWithUni(() -> {
                    leaveOut(what);
                    return undo(connection).map(done -> Optional.empty());
                });
    }

    /** Undoes what the work did, whether it succeeded or not. */
    <T> Uni<T> undone(PgConnection connection, Supplier<Uni<T>> work) {
        return connection.query("SAVEPOINT " + SAVEPOINT).execute().flatMap(begun -> work.get())
                .call(() -> undo(connection));
    }

    private static Uni<?> undo(PgConnection connection) {
        return connection.query("ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT).execute();
    }

    private static boolean needsNoTransaction(Throwable failure) {
        return StatementException.of(failure, null, Optional.empty()).sqlState().equals(ACTIVE_TRANSACTION);
    }
}
