package io.quarkiverse.dibs.protocol;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.v1.MigrateEvent;

/** Each message of a migration run as its event. */
final class EventsFromProto {

    private EventsFromProto() {
    }

    static Optional<MigrationEvent> event(MigrateEvent message) {
        return switch (message.getEventCase()) {
            case WAITING -> Optional.of(new MigrationEvent.Waiting(message.getWaiting().getHolder(),
                    message.getWaiting().getWaitedMillis()));
            case STARTED -> Optional.of(started(message.getStarted()));
            case STATEMENT -> Optional.of(statement(message.getStatement()));
            case PROGRESS -> Optional.of(progress(message.getProgress()));
            case LOG -> Optional.of(new MigrationEvent.Log(message.getLog().getVersion(), message.getLog().getLevel(),
                    message.getLog().getLogger(), message.getLog().getMessage()));
            case FINISHED -> Optional.of(new MigrationEvent.Finished(message.getFinished().getVersion(),
                    message.getFinished().getName(), message.getFinished().getDurationMillis()));
            case FAILED -> Optional.of(failed(message.getFailed()));
            case SUMMARY -> Optional.of(summary(message.getSummary()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static MigrationEvent started(MigrateEvent.Started message) {
        return new MigrationEvent.Started(message.getVersion(), message.getName(), message.getNumber(), message.getTotal(),
                message.getTransactional());
    }

    private static MigrationEvent statement(MigrateEvent.Statement message) {
        return new MigrationEvent.Statement(message.getVersion(), message.getNumber(), message.getSql(), message.getDone(),
                message.hasRows() ? OptionalLong.of(message.getRows()) : OptionalLong.empty(), message.getDurationMillis());
    }

    private static MigrationEvent progress(MigrateEvent.Progress message) {
        return new MigrationEvent.Progress(message.getVersion(), message.getLabel(), message.getDone(), message.getTotal(),
                message.getPerSecond(),
                message.hasRemainingMillis() ? OptionalLong.of(message.getRemainingMillis()) : OptionalLong.empty());
    }

    private static MigrationEvent failed(MigrateEvent.Failed message) {
        return new MigrationEvent.Failed(message.getVersion(), message.getName(),
                ReportMapper.fromProto(message.getProblem()), message.getRolledBack(),
                message.hasStanding() ? OptionalInt.of(message.getStanding()) : OptionalInt.empty(),
                message.getSourceLinesList());
    }

    private static MigrationEvent summary(MigrateEvent.Summary message) {
        return new MigrationEvent.Summary(
                ReportMapper.named(MigrationEvent.Outcome.class, message.getOutcome().name(), MigrationEvent.Outcome.FAILED),
                message.getAppliedList(), message.getTriedList(), message.getPendingList(), message.getWarningsList(),
                message.getDurationMillis());
    }
}
