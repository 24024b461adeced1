package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.run.StandingStatements.Interrupted;
import io.quarkiverse.dibs.postgres.run.StandingStatements.Next;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Runs the statements of a migration that is not one transaction. Where the server allows it, a statement and the record that
 * it
 * stands are committed together, so that no crash comes between. What it refuses to run so has its intent committed before.
 */
final class StandaloneStatement {

    private static final String ACTIVE_TRANSACTION = "25001";
    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    private static final String UNDEFINED_OBJECT = "42704";
    private static final String UNDEFINED_TABLE = "42P01";

    private final PgConnection connection;
    private final HistoryTables tables;
    private final StandingStatements standing;
    private final Backoff backoff;
    /** Fails when the lock is not held any more. */
    private final Supplier<Uni<Void>> ownership;
    private final Consumer<String> log;
    private boolean inOwnTransaction;
    private boolean leftovers;

    StandaloneStatement(RunnerSession session, StandingStatements standing, Backoff backoff, Consumer<String> log) {
        this.connection = session.connection();
        this.tables = session.tables();
        this.standing = standing;
        this.backoff = backoff;
        this.ownership = session::requireLock;
        this.log = log;
    }

    /**
     * @param attempt sends it; fails with {@link StatementException}
     * @return its answer, and nothing when an interrupted run had brought it to its end
     */
    Uni<Optional<RowSet<Row>>> run(String sql, Object[] parameters, Optional<String> location, Uni<RowSet<Row>> attempt) {
        Statement statement = new Statement(sql, StatementWords.of(sql), standing.next(sql, parameters), location, attempt);
        if (standing.isPlanned()) {
            return outside(statement).map(Optional::of);
        }
        boolean own = inOwnTransaction || statement.words.beginsTransaction() || statement.words.endsTransaction();
        inOwnTransaction = (inOwnTransaction || statement.words.beginsTransaction()) && !statement.words.endsTransaction();
        if (own) {
            return attempt.call(answer -> stands(statement)).map(Optional::of);
        }
        Optional<Interrupted> interruption = standing.interruptionOf(statement.next);
        if (interruption.isPresent()) {
            return resumed(statement, interruption.get());
        }
        return backoff.around(together(statement)).map(Optional::of)
                .onFailure(StandaloneStatement::needsNoTransaction).recoverWithUni(() -> outside(statement).map(Optional::of));
    }

    private Uni<RowSet<Row>> together(Statement statement) {
        return ownership.get().flatMap(held -> connection.begin())
                .flatMap(transaction -> statement.attempt
                        .call(answer -> standing.records().progressed(statement.next.count(), statement.next.digest()))
                        .call(transaction::commit)
                        .onFailure().call(failure -> transaction.rollback().onFailure().recoverWithNull()))
                .onFailure(failure -> !(failure instanceof DibsException))
                .transform(failure -> StatementException.of(failure, statement.sql, statement.location))
                .invoke(answer -> standing.moved(statement.next));
    }

    private static boolean needsNoTransaction(Throwable failure) {
        return failure instanceof StatementException e
                && (e.sqlState().equals(ACTIVE_TRANSACTION) || e.sqlState().equals(INVALID_TRANSACTION_TERMINATION));
    }

    private Uni<RowSet<Row>> outside(Statement statement) {
        return ownership.get().flatMap(held -> standing.records().intends(statement.next.digest()))
                .flatMap(xid -> backoff.around(afterLeftovers(statement, xid)
                        .onFailure(StatementException.class).recoverWithUni(failure -> detached(statement, failure))
                        .onFailure(StatementException.class).call(failure -> tidied(statement, failure, xid))))
                .call(answer -> stands(statement));
    }

    /** Sends it once what an earlier attempt left is gone; before, it could only fail because of that. */
    private Uni<RowSet<Row>> afterLeftovers(Statement statement, long xid) {
        return Uni.createFrom().deferred(() -> !leftovers ? statement.attempt
                : YoungIndexes.of(statement.words, connection, tables, xid).flatMap(left -> left.dropInvalid(connection))
                        .onFailure(failure -> !(failure instanceof DibsException))
                        .transform(failure -> StatementException.of(failure, statement.sql, statement.location))
                        .invoke(() -> leftovers = false)
                        .flatMap(done -> statement.attempt));
    }

    /** The statement has run, so its record is tried hard: without it the next run would run it again. */
    private Uni<Void> stands(Statement statement) {
        return backoff.around(standing.records().progressed(statement.next.count(), statement.next.digest())
                .onFailure(failure -> !(failure instanceof DibsException))
                .transform(failure -> StatementException.of(failure, statement.sql, statement.location)))
                .invoke(() -> standing.moved(statement.next));
    }

    /** Removes what a failed concurrent index build leaves behind, so that it can be tried again. */
    private Uni<Void> tidied(Statement statement, Throwable failure, long xid) {
        if (((StatementException) failure).isUnanswered()) {
            return Uni.createFrom().voidItem();
        }
        return YoungIndexes.of(statement.words, connection, tables, xid).flatMap(left -> left.dropInvalid(connection))
                .flatMap(done -> standing.records().settled())
                .onFailure().invoke(() -> leftovers = true)
                .onFailure().invoke(left -> log.accept("what the failed statement left could not be removed yet: "
                        + StatementException.of(left, statement.sql, statement.location).problem().message()))
                .onFailure().recoverWithNull();
    }

    private Uni<RowSet<Row>> detached(Statement statement, Throwable failure) {
        return PendingDetachments.completionOf(statement.sql, (StatementException) failure, connection)
                .flatMap(completion -> completion.isEmpty() ? Uni.createFrom().failure(failure)
                        : connection.query(completion.get()).execute().onFailure()
                                .transform(other -> StatementException.of(other, completion.get(), statement.location)));
    }

    /** The statement under way when a run ended without a word: what it did is looked at before it is sent again. */
    private Uni<Optional<RowSet<Row>>> resumed(Statement statement, Interrupted interruption) {
        if (statement.words.commitsOnItsOwn()) {
            throw new DibsException(Problem.of("DIBS-0632", Category.IN_DOUBT,
                    "a run was interrupted during this statement, which commits by itself: nobody knows what of it stands")
                    .remedy("Look at what it did. To run it again change its text (a comment is enough);"
                            + " to leave it out write SELECT 1 in its place.")
                    .server(null, Redactor.redact(statement.sql), 0, null, null));
        }
        return YoungIndexes.of(statement.words, connection, tables, interruption.xid()).flatMap(left -> {
            if (statement.words.creates() && left.valid()) {
                return stood(statement, "the interrupted run has built this index, and it is valid");
            }
            return left.dropInvalid(connection).flatMap(done -> outside(statement).map(Optional::of))
                    .onFailure(StatementException.class)
                    .recoverWithUni(failure -> done(statement, failure, interruption));
        });
    }

    /** Whether it failed only because the interrupted run has done it. */
    private Uni<Optional<RowSet<Row>>> done(Statement statement, StatementException failure, Interrupted interruption) {
        if (statement.words.drops() && failure.sqlState().equals(UNDEFINED_OBJECT)) {
            return stood(statement, "the interrupted run has dropped it");
        }
        if (statement.words.detaches() && failure.sqlState().equals(UNDEFINED_TABLE)) {
            return PendingDetachments.isDone(statement.words, connection, tables, interruption.xid()).flatMap(done -> done
                    ? stood(statement, "the interrupted run has detached it")
                    : Uni.createFrom().failure(failure));
        }
        return Uni.createFrom().failure(failure);
    }

    private Uni<Optional<RowSet<Row>>> stood(Statement statement, String why) {
        log.accept(why);
        return stands(statement).map(recorded -> Optional.empty());
    }

    private record Statement(String sql, StatementWords words, Next next, Optional<String> location,
            Uni<RowSet<Row>> attempt) {
    }
}
