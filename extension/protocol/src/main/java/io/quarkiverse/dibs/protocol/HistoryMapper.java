package io.quarkiverse.dibs.protocol;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.HistoryReport;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.report.ValidateReport;
import io.quarkiverse.dibs.v1.BaselineReply;
import io.quarkiverse.dibs.v1.HistoryReply;
import io.quarkiverse.dibs.v1.LockReply;
import io.quarkiverse.dibs.v1.RepairReply;
import io.quarkiverse.dibs.v1.ValidateReply;

/** The reports around the history to messages and back, without loss. */
public final class HistoryMapper {

    private HistoryMapper() {
    }

    public static HistoryReply toProto(HistoryReport history) {
        return HistoryReply.newBuilder().setDatabase(history.database())
                .addAllRows(history.rows().stream().map(HistoryMapper::toProto).toList()).build();
    }

    public static HistoryReport fromProto(HistoryReply history) {
        return new HistoryReport(history.getDatabase(),
                history.getRowsList().stream().map(HistoryMapper::fromProto).toList());
    }

    public static ValidateReply toProto(ValidateReport report) {
        return ValidateReply.newBuilder().setDatabase(report.database())
                .addAllProblems(report.problems().stream().map(ReportMapper::toProto).toList())
                .addAllWarnings(report.warnings()).build();
    }

    public static ValidateReport fromProto(ValidateReply report) {
        return new ValidateReport(report.getDatabase(),
                report.getProblemsList().stream().map(ReportMapper::fromProto).toList(), report.getWarningsList());
    }

    public static RepairReply toProto(RepairReport report) {
        return RepairReply.newBuilder().setDatabase(report.database())
                .addAllActions(report.actions().stream().map(action -> RepairReply.Action.newBuilder().setKind(action.kind())
                        .setVersion(action.version()).setName(action.name()).setWhat(action.what()).setDone(action.done())
                        .build()).toList())
                .addAllNotes(report.notes()).build();
    }

    public static RepairReport fromProto(RepairReply report) {
        return new RepairReport(report.getDatabase(), report.getActionsList().stream().map(action -> new RepairAction(
                action.getKind(), action.getVersion(), action.getName(), action.getWhat(), action.getDone())).toList(),
                report.getNotesList());
    }

    public static BaselineReply toProto(BaselineReport report) {
        return BaselineReply.newBuilder().setDatabase(report.database()).setVersion(report.version())
                .addAllMigrations(report.migrations()).build();
    }

    public static BaselineReport fromProto(BaselineReply report) {
        return new BaselineReport(report.getDatabase(), report.getVersion(), report.getMigrationsList());
    }

    public static LockReply toProto(LockReport report) {
        LockReply.Builder message = LockReply.newBuilder().setDatabase(report.database()).setReleased(report.released());
        report.holder().ifPresent(holder -> {
            LockReply.Holder.Builder part = LockReply.Holder.newBuilder().setPid(holder.pid())
                    .setApplication(holder.application()).setClient(holder.client()).setUser(holder.user())
                    .setActivity(holder.activity());
            holder.since().ifPresent(since -> part.setSince(since.toEpochMilli()));
            message.setHolder(part);
        });
        return message.build();
    }

    public static LockReport fromProto(LockReply report) {
        LockReply.Holder holder = report.getHolder();
        return new LockReport(report.getDatabase(), report.hasHolder() ? Optional.of(new LockHolder(holder.getPid(),
                holder.getApplication(), holder.getClient(), holder.getUser(),
                holder.hasSince() ? Optional.of(Instant.ofEpochMilli(holder.getSince())) : Optional.empty(),
                holder.getActivity())) : Optional.empty(), report.getReleased());
    }

    private static HistoryReply.Row toProto(HistoryRow row) {
        HistoryReply.Row.Builder message = HistoryReply.Row.newBuilder().setNumber(row.number()).setAt(row.at().toEpochMilli())
                .setAction(row.action().name()).setVersion(row.version()).setName(row.name()).setRunId(row.runId().toString())
                .setByWhom(row.byWhom()).setDibsVersion(row.dibsVersion()).setApplicationVersion(row.applicationVersion())
                .setNote(row.note());
        row.durationMillis().ifPresent(message::setDurationMillis);
        return message.build();
    }

    private static HistoryRow fromProto(HistoryReply.Row row) {
        return new HistoryRow(row.getNumber(), Instant.ofEpochMilli(row.getAt()),
                ReportMapper.named(HistoryRow.Action.class, row.getAction(), HistoryRow.Action.OTHER), row.getVersion(),
                row.getName(), row.hasDurationMillis() ? OptionalLong.of(row.getDurationMillis()) : OptionalLong.empty(),
                UUID.fromString(row.getRunId()), row.getByWhom(), row.getDibsVersion(), row.getApplicationVersion(),
                row.getNote());
    }
}
