package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryRepair;
import io.quarkiverse.dibs.postgres.history.MigrationHistory;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.history.YoungObjects;
import io.quarkiverse.dibs.postgres.run.AdvisoryLock;
import io.quarkiverse.dibs.postgres.run.LockedHistory;
import io.quarkiverse.dibs.postgres.run.RunOptions;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Makes the history say what is true again: first it tells what it would do, and then it does what was agreed to. Writes dibs'
 * own tables only.
 */
public final class RepairOperation {

    private final OperationContext context;

    public RepairOperation(OperationContext context) {
        this.context = context;
    }

    /**
     * What is agreed to is worked out again under the lock: an action that is not called for any more is not done.
     *
     * @throws DibsException DIBS-0665 when a version is named that there is nothing to settle about
     */
    public RepairReport run(RepairRequest request, RunOptions options) {
        if (request.agreed().isEmpty()) {
            return told(request);
        }
        try (LockedHistory locked = LockedHistory.open(context.vertx(), context.requireUrl(), context.history(), options)) {
            RepairPlan plan = plan(locked.session(), Optional.empty(), request);
            List<RepairAction> actions = new ArrayList<>();
            locked.inTransaction(() -> plan.actions().forEach(action -> actions.add(
                    request.agreed().contains(action.id()) ? done(action, locked) : action)));
            return new RepairReport(locked.session().target().toString(), actions, plan.notes());
        }
    }

    private RepairReport told(RepairRequest request) {
        try (PgSession session = PgSession.open(context.vertx(), context.requireUrl(), PgSession.READING)) {
            Optional<String> holder = AdvisoryLock.holder(session.connection(), context.history().lockKey()).await()
                    .indefinitely();
            RepairPlan plan = plan(session, holder, request);
            return new RepairReport(session.target().toString(), plan.actions(), plan.notes());
        }
    }

    private RepairPlan plan(PgSession session, Optional<String> holder, RepairRequest request) {
        List<HistoryEntry> history = new MigrationHistory(context.history()).read(session.connection()).await()
                .indefinitely();
        return RepairPlan.of(context.migrations(), history, holder, request, entry -> traces(session, entry));
    }

    /** Of a transaction that was rolled back there are none. */
    private List<String> traces(PgSession session, HistoryEntry entry) {
        List<String> traces = new ArrayList<>();
        if (entry.appliedStatements() > 0) {
            traces.add(entry.appliedStatements() + (entry.appliedStatements() == 1 ? " statement" : " statements")
                    + " that stands recorded");
        }
        if (!entry.transactional()) {
            session.run("SELECT name FROM " + context.history().backfills() + " WHERE version = $1 ORDER BY 1",
                    Tuple.of(entry.version())).forEach(row -> traces.add("the backfill \"" + row.getString(0) + "\""));
            traces.addAll(YoungObjects.since(session.connection(), context.history(), entry.startXid()).await().indefinitely());
        }
        return traces;
    }

    private RepairAction done(RepairAction action, LockedHistory locked) {
        Map<String, MigrationInvoker> code = MigrationStates.byVersion(context.migrations());
        HistoryRepair repair = new HistoryRepair(context.history(), locked.run());
        PgConnection connection = locked.session().connection();
        String version = action.version();
        Uni<Void> written = switch (action.kind()) {
            case RepairAction.ACCEPT_CHANGE -> repair.acceptChecksum(connection, version, code.get(version).checksum(),
                    action.what());
            case RepairAction.MARK_APPLIED -> repair.markApplied(connection, version,
                    Optional.ofNullable(code.get(version)).map(MigrationInvoker::checksum).orElse(""), action.what());
            case RepairAction.REMOVE_MISSING -> repair.removeApplied(connection, version, action.what());
            default -> repair.forgetAttempt(connection, version, action.what());
        };
        written.await().indefinitely();
        return action.asDone();
    }
}
