package io.quarkiverse.dibs.postgres.operation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryState;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.run.AdvisoryLock;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** Where each migration stands: what the code has, what the history has, and what a runner holds now. Changes nothing. */
public final class StatusOperation {

    private final OperationContext context;

    public StatusOperation(OperationContext context) {
        this.context = context;
    }

    public StatusReport run() {
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            return new StatusReport(session.target().toString(), rows(session, context.migrations(), context.history()));
        }
    }

    /** The same for one history of the session's database; blocking. */
    public static List<MigrationRow> rows(PgSession session, Collection<? extends MigrationInvoker> code,
            HistoryTables tables) {
        Optional<String> holder = holder(session, tables);
        List<HistoryEntry> entries = history(session, tables);
        if (holder.isEmpty() && entries.stream().anyMatch(entry -> entry.state() == HistoryState.RUNNING)) {
            // the run that wrote this may have begun after the lock was looked at
            holder = holder(session, tables);
            entries = history(session, tables);
        }
        return MigrationStates.of(code, entries, holder);
    }

    private static Optional<String> holder(PgSession session, HistoryTables tables) {
        return AdvisoryLock.holder(session.connection(), tables.lockKey()).await().indefinitely();
    }

    private static List<HistoryEntry> history(PgSession session, HistoryTables tables) {
        return new MigrationHistory(tables).read(session.connection()).await().indefinitely();
    }
}
