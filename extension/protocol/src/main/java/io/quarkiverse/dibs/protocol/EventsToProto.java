package io.quarkiverse.dibs.protocol;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.v1.MigrateEvent;

/** Each event of a migration run as its message. */
final class EventsToProto implements MigrationEvent.Visitor<MigrateEvent> {

    static final EventsToProto INSTANCE = new EventsToProto();

    private EventsToProto() {
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Waiting event) {
        return MigrateEvent.newBuilder().setWaiting(MigrateEvent.Waiting.newBuilder().setHolder(event.holder())
                .setWaitedMillis(event.waitedMillis())).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Started event) {
        return MigrateEvent.newBuilder().setStarted(MigrateEvent.Started.newBuilder().setVersion(event.version())
                .setName(event.name()).setNumber(event.number()).setTotal(event.total())
                .setTransactional(event.transactional())).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Statement event) {
        MigrateEvent.Statement.Builder message = MigrateEvent.Statement.newBuilder().setVersion(event.version())
                .setNumber(event.number()).setSql(event.sql()).setDone(event.done())
                .setDurationMillis(event.durationMillis());
        event.rows().ifPresent(message::setRows);
        return MigrateEvent.newBuilder().setStatement(message).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Progress event) {
        MigrateEvent.Progress.Builder message = MigrateEvent.Progress.newBuilder().setVersion(event.version())
                .setLabel(event.label()).setDone(event.done()).setTotal(event.total()).setPerSecond(event.perSecond());
        event.remainingMillis().ifPresent(message::setRemainingMillis);
        return MigrateEvent.newBuilder().setProgress(message).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Log event) {
        return MigrateEvent.newBuilder().setLog(MigrateEvent.Log.newBuilder().setVersion(event.version())
                .setLevel(event.level()).setLogger(event.logger()).setMessage(event.message())).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Finished event) {
        return MigrateEvent.newBuilder().setFinished(MigrateEvent.Finished.newBuilder().setVersion(event.version())
                .setName(event.name()).setDurationMillis(event.durationMillis())).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Failed event) {
        MigrateEvent.Failed.Builder failed = MigrateEvent.Failed.newBuilder().setVersion(event.version())
                .setName(event.name()).setProblem(ReportMapper.toProto(event.problem())).setRolledBack(event.rolledBack())
                .addAllSourceLines(event.sourceLines());
        event.standing().ifPresent(failed::setStanding);
        return MigrateEvent.newBuilder().setFailed(failed).build();
    }

    @Override
    public MigrateEvent visit(MigrationEvent.Summary event) {
        return MigrateEvent.newBuilder().setSummary(MigrateEvent.Summary.newBuilder()
                .setOutcome(MigrateEvent.Summary.Outcome.valueOf(event.outcome().name())).addAllApplied(event.applied())
                .addAllTried(event.tried()).addAllPending(event.pending()).addAllWarnings(event.warnings())
                .setDurationMillis(event.durationMillis())).build();
    }
}
