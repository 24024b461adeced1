package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryState;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.run.AdvisoryLock;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;

/** Where each migration stands: what the code has, what the history has, and what a runner holds now. Changes nothing. */
public final class StatusOperation {

    private final OperationContext context;

    public StatusOperation(OperationContext context) {
        this.context = context;
    }

    public StatusReport run() {
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            return new StatusReport(session.target().toString(), rows(session));
        }
    }

    private List<MigrationRow> rows(PgSession session) {
        Optional<String> holder = holder(session);
        List<HistoryEntry> entries = history(session);
        if (holder.isEmpty() && entries.stream().anyMatch(entry -> entry.state() == HistoryState.RUNNING)) {
            // the run that wrote this may have begun after the lock was looked at
            holder = holder(session);
            entries = history(session);
        }
        return MigrationStates.of(context.migrations(), entries, holder);
    }

    private Optional<String> holder(PgSession session) {
        return AdvisoryLock.holder(session.connection(), context.history().lockKey()).await().indefinitely();
    }

    private List<HistoryEntry> history(PgSession session) {
        return new MigrationHistory(context.history()).read(session.connection()).await().indefinitely();
    }
}
