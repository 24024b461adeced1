package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

/** Calls a migration's code once with a context of its own, and passes on what that says and logs. */
final class MigrationCall {

    private final MigrationInvoker migration;
    private final Consumer<? super MigrationEvent> events;
    private final MigrationThreads threads = new MigrationThreads();
    private final StatementChannel channel;
    private final ReactiveConnectionContext context;
    private volatile boolean backfilled;

    private MigrationCall(RunnerSession session, MigrationInvoker migration, Consumer<? super MigrationEvent> events,
            Cancellation cancellation, Optional<StandingStatements> standing, Optional<BackfillCheckpoints> checkpoints) {
        this.migration = migration;
        this.events = events;
        Backoff backoff = new Backoff(cancellation, text -> events
                .accept(new MigrationEvent.Log(migration.version(), "WARN", "dibs", text)), session.lookout()::rests);
        this.channel = new StatementChannel(session, migration, events, cancellation, backoff, standing, threads);
        this.context = new ReactiveConnectionContext(channel, name -> {
            backfilled = true;
            return new BackfillRun(channel, checkpoints, name);
        });
    }

    static MigrationCall inTransaction(RunnerSession session, MigrationInvoker migration,
            Consumer<? super MigrationEvent> events, Cancellation cancellation) {
        return new MigrationCall(session, migration, events, cancellation, Optional.empty(), Optional.empty());
    }

    /** In the transaction of a dry run, whatever it would run in otherwise. */
    static MigrationCall onlyTried(RunnerSession session, MigrationInvoker migration, HistoryTables tables, UUID runId,
            Consumer<? super MigrationEvent> events, Cancellation cancellation, DryRun dryRun) {
        MigrationCall call = new MigrationCall(session, migration, events, cancellation, Optional.empty(),
                migration.transactional() ? Optional.empty()
                        : Optional.of(new BackfillCheckpoints(tables, migration.version(), runId)));
        call.channel.onlyTry(dryRun);
        return call;
    }

    static MigrationCall withoutTransaction(RunnerSession session, MigrationInvoker migration,
            Consumer<? super MigrationEvent> events, Cancellation cancellation, StandingStatements standing,
            HistoryTables tables, UUID runId) {
        return new MigrationCall(session, migration, events, cancellation, Optional.of(standing),
                Optional.of(new BackfillCheckpoints(tables, migration.version(), runId)));
    }

    StatementChannel channel() {
        return channel;
    }

    /** Whether it came to a backfill, whose batches stand each by itself. */
    boolean hasBackfilled() {
        return backfilled;
    }

    /** Whether the transaction went on after a part of it had failed and was undone. */
    boolean anySavepointUndone() {
        return context.savepoints().anyUndone();
    }

    /** Returns when the code has ended; blocking. The code runs on this thread, and after an answer on the client's. */
    void run() throws Exception {
        threads.addCurrent();
        connectionNotices(true);
        try (MigrationLogs logs = MigrationLogs.attach(migration.version(), threads, events)) {
            Uni<?> returned = migration.invoke(new BlockingConnectionContext(context));
            if (returned != null) {
                returned.await().indefinitely();
            }
            logs.flush();
        } finally {
            channel.close();
            connectionNotices(false);
        }
    }

    private void connectionNotices(boolean on) {
        channel.connection().noticeHandler(notice -> {
            if (on) {
                events.accept(new MigrationEvent.Log(migration.version(),
                        "WARNING".equals(notice.getSeverity()) ? "WARN" : "INFO", "postgres",
                        Redactor.redact(notice.getMessage())));
            }
        });
    }
}
