package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.Rows;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Sends the statements of one migration over its connection, one at a time: with two under way the second would run even when
 * the first fails. It tells of each statement, and outside a transaction it has each recorded that stands.
 */
final class StatementChannel {

    /** Frees prepared statements, or looks as if. */
    private static final Pattern FREES = Pattern.compile("\\b(?:deallocate|discard)\\b", Pattern.CASE_INSENSITIVE);

    private final RunnerSession session;
    private final PgConnection connection;
    private final MigrationInvoker migration;
    private final Consumer<? super MigrationEvent> events;
    private final Cancellation cancellation;
    private final Backoff backoff;
    private final Optional<StandingStatements> standing;
    private final Optional<StandaloneStatement> standalone;
    private final PreparedStatements prepared;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final MigrationThreads threads;
    private volatile boolean closed;
    private volatile Optional<DryRun> trying = Optional.empty();
    private volatile boolean freedStatements;
    private volatile int count;
    private volatile StatementException lastFailure;
    private volatile String inFlight;

    /**
     * @param standing present when the migration has no transaction
     */
    StatementChannel(RunnerSession session, MigrationInvoker migration, Consumer<? super MigrationEvent> events,
            Cancellation cancellation, Backoff backoff, Optional<StandingStatements> standing, MigrationThreads threads) {
        this.session = session;
        this.connection = session.connection();
        this.migration = migration;
        this.events = events;
        this.cancellation = cancellation;
        this.backoff = backoff;
        this.standing = standing;
        this.prepared = new PreparedStatements(connection);
        this.threads = threads;
        this.standalone = standing
                .map(statements -> new StandaloneStatement(session, statements, backoff,
                        text -> events.accept(new MigrationEvent.Log(migration.version(), "INFO", "dibs", text))));
    }

    /**
     * Nothing is sent before somebody subscribes.
     *
     * @param parameters null for the simple protocol, which takes several statements
     * @param changes whether the statement may change something, so that it must not run twice
     * @return fails with {@link StatementException}, or with DibsException when it was not sent
     */
    Uni<Rows> send(String sql, Object[] parameters, boolean changes, Optional<String> location) {
        return Uni.createFrom().deferred(() -> {
            enter();
            try {
                int number = ++count;
                if (trying.isPresent() && TransactionEnd.isIn(sql)) {
                    if (migration.transactional()) {
                        throw endsTheDryRun(sql, location);
                    }
                    trying.get().leaveOut(outsideOnly(number));
                    leave();
                    return Uni.createFrom().item(leftOut(number, sql));
                }
                if (changes && standing.isPresent() && standing.get().skips(sql, parameters)) {
                    Optional<String> settings = SessionSettings.in(sql);
                    if (settings.isEmpty()) {
                        leave();
                        return Uni.createFrom().item(skipped(number, sql));
                    }
                    // they went with the session of the interrupted run, and what comes counts on them
                    cancellation.begin(connection);
                    return sent(number, settings.get(), parameters, false, location).map(rows -> standsAlready(sql));
                }
                cancellation.begin(connection);
                return sent(number, sql, parameters, changes, location);
            } catch (RuntimeException e) {
                leave();
                throw e;
            }
        });
    }

    private Uni<Rows> sent(int number, String sql, Object[] parameters, boolean changes, Optional<String> location) {
        long begin = System.nanoTime();
        String shown = Redactor.redact(sql);
        events.accept(new MigrationEvent.Statement(migration.version(), number, shown, false, OptionalLong.empty(), 0));
        session.lookout().forget();
        Uni<RowSet<Row>> answer = Uni.createFrom().deferred(() -> attempt(sql, parameters))
                .onFailure().transform(failure -> StatementException.of(failure, sql, location)
                        .blockedBy(session.lookout().blockers()).deniedTo(session.session().target().user()));
        inFlight = changes ? sql : null;
        return session.lookout().watched(rows(sql, parameters, changes, location, answer))
                .onFailure(LostConnectionException.class)
                .transform(failure -> StatementException.of(failure, sql, location))
                .onItemOrFailure().invoke((result, failure) -> cancellation.end())
                .invoke(result -> {
                    inFlight = null;
                    threads.addCurrent();
                    events.accept(new MigrationEvent.Statement(migration.version(), number, shown, true,
                            result instanceof ResultRows ? OptionalLong.of(result.rowCount()) : OptionalLong.empty(),
                            millisSince(begin)));
                })
                .onFailure(StatementException.class).invoke(failure -> {
                    lastFailure = failure;
                    inFlight = failure.isUnanswered() ? inFlight : null;
                })
                .onTermination().invoke(this::leave);
    }

    private Uni<Rows> rows(String sql, Object[] parameters, boolean changes, Optional<String> location,
            Uni<RowSet<Row>> answer) {
        if (trying.isPresent() && !migration.transactional()) {
            return trying.get().orLeftOut(connection, outsideOnly(count), () -> answer)
                    .map(rows -> rows.isPresent() ? ResultRows.of(rows.get()) : leftOut(count, sql));
        } else if (standalone.isEmpty()) {
            return answer.map(ResultRows::of);
        } else if (!changes) {
            return backoff.around(answer).map(ResultRows::of);
        }
        return standalone.get().run(sql, parameters, location, answer)
                .map(rows -> rows.isPresent() ? ResultRows.of(rows.get()) : standsAlready(sql));
    }

    private Uni<RowSet<Row>> attempt(String text, Object[] parameters) {
        String sql = EmptyStatement.replaced(text);
        freedStatements |= FREES.matcher(sql).find();
        if (parameters != null) {
            return prepared.execute(sql, parameters);
        }
        Uni<RowSet<Row>> answer = connection.query(sql).execute();
        return prepared.isEmpty() ? answer : prepared.clear().flatMap(done -> answer);
    }

    private Rows skipped(int number, String sql) {
        events.accept(new MigrationEvent.Log(migration.version(), "INFO", "dibs",
                "statement " + number + " stands from the interrupted run and is left out"));
        return standsAlready(sql);
    }

    private String outsideOnly(int number) {
        return "statement " + number + " of " + migration.version() + " can only run outside a transaction";
    }

    private Rows leftOut(int number, String sql) {
        events.accept(new MigrationEvent.Log(migration.version(), "INFO", "dibs",
                "statement " + number + " can only run outside a transaction and is left out"));
        return new ResultRows.Skipped(() -> new DibsException(Problem.of("DIBS-0638", Category.REFUSED,
                "a dry run has left this statement out, so nobody knows what it returns").server(null, sql, 0, null, null)));
    }

    private static Rows standsAlready(String sql) {
        return new ResultRows.Skipped(() -> new DibsException(Problem.of("DIBS-0631", Category.REFUSED,
                "an interrupted run has applied this statement, and what it returned is not known any more")
                .remedy("Read with query(), which is always run again, and change with execute().")
                .server(null, sql, 0, null, null)));
    }

    /** From now on nothing is sent that would make the work stand. */
    void onlyTry(DryRun dryRun) {
        trying = Optional.of(dryRun);
    }

    /** Present where nothing is to stand. */
    Optional<DryRun> trying() {
        return trying;
    }

    private static DibsException endsTheDryRun(String sql, Optional<String> location) {
        Problem problem = Problem.of("DIBS-0637", Category.REFUSED,
                "the migration would end its transaction itself, and a dry run could not undo what stands then")
                .remedy("Leave COMMIT and ROLLBACK to dibs, or say @Migration(transactional = false).")
                .server(null, sql, 0, null, null);
        return new DibsException(location.map(problem::at).orElse(problem));
    }

    /** Begins something that nothing else may be sent during. */
    void enter() {
        if (closed) {
            throw new DibsException(Problem.of("DIBS-0633", Category.SQL,
                    "the migration used its context after it had returned")
                    .remedy("Wait for all statements before the method returns, or return a Uni of them."));
        }
        if (!busy.compareAndSet(false, true)) {
            throw new DibsException(Problem.of("DIBS-0634", Category.SQL,
                    "the migration began a statement while another one was under way")
                    .remedy("Chain them: statements of a migration run one at a time."));
        }
    }

    void leave() {
        busy.set(false);
    }

    void close() {
        closed = true;
    }

    /** Frees what the statements hold on the server. */
    Uni<Void> release() {
        return prepared.isEmpty() ? Uni.createFrom().voidItem() : prepared.clear();
    }

    /** The statement of which nobody knows whether it stands, when the connection was lost during it. */
    Optional<String> inFlight() {
        return Optional.ofNullable(inFlight);
    }

    /** Whether what was prepared over this connection may be gone. */
    boolean freedStatements() {
        return freedStatements;
    }

    /** How many statements the migration has sent. */
    int count() {
        return count;
    }

    Optional<StatementException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    PgConnection connection() {
        return connection;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Sends both in one message, with a look at the lock between them.
     *
     * @return the answer to the second; fails when the lock is not held any more, after both have run
     */
    Uni<RowSet<Row>> owned(String first, String second) {
        return session.ifLocked(first, second);
    }

    /** The same answer, or a failure when there will be none. */
    <T> Uni<T> watched(Uni<T> answer) {
        return session.lookout().watched(answer);
    }

    Backoff backoff() {
        return backoff;
    }

    MigrationInvoker migration() {
        return migration;
    }

    void tell(MigrationEvent event) {
        events.accept(event);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

}
