package io.quarkiverse.dibs.postgres.operation;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.MigrationLog;
import io.quarkiverse.dibs.report.HistoryReport;

/** All that was ever written into the history, failed runs as well. Changes nothing. */
public final class HistoryOperation {

    private final OperationContext context;

    public HistoryOperation(OperationContext context) {
        this.context = context;
    }

    public HistoryReport run() {
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            return new HistoryReport(session.target().toString(),
                    new MigrationLog(context.history()).read(session.connection()).await().indefinitely());
        }
    }
}
