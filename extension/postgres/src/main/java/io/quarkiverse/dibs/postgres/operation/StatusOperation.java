package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

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

    List<MigrationRow> rows(PgSession session) {
        MigrationHistory history = new MigrationHistory(context.history());
        SqlConnection connection = session.connection();
        List<HistoryEntry> entries = history.exists(connection)
                .chain(exists -> exists ? history.read(connection) : Uni.createFrom().item(List.<HistoryEntry> of()))
                .await().indefinitely();
        return MigrationStates.of(context.migrations(), entries, Optional.empty());
    }
}
