package io.quarkiverse.dibs.protocol;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.v1.MigrateEvent;

/** What happens with many targets, to messages and back. */
public final class FleetMapper {

    private FleetMapper() {
    }

    public static io.quarkiverse.dibs.v1.FleetEvent toProto(FleetEvent event) {
        return event.accept(ToProto.INSTANCE);
    }

    /** The event, or empty for a kind that only a newer peer knows. */
    public static Optional<FleetEvent> fromProto(io.quarkiverse.dibs.v1.FleetEvent message) {
        return switch (message.getEventCase()) {
            case BEGAN -> Optional.of(new FleetEvent.Began(message.getBegan().getTargets(), message.getBegan().getAll(),
                    message.getBegan().getParallel(), message.getBegan().getShard()));
            case TOLD -> EventsFromProto.event(message.getTold().getEvent())
                    .map(event -> new FleetEvent.Told(message.getTold().getTarget(), event));
            case ENDED -> Optional.of(new FleetEvent.Ended(row(message.getEnded())));
            case SUMMARY -> Optional.of(summary(message.getSummary()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static FleetRow row(io.quarkiverse.dibs.v1.FleetEvent.Ended ended) {
        return new FleetRow(ended.getTarget(), ended.getWhere(),
                ReportMapper.named(FleetState.class, ended.getState(), FleetState.UNREADABLE),
                Optional.of(ended.getFrom()).filter(text -> ended.hasFrom()),
                Optional.of(ended.getTo()).filter(text -> ended.hasTo()), ended.getApplied(), ended.getPending(),
                ended.getDurationMillis(), ended.getProblemsList().stream().map(ReportMapper::fromProto).toList(),
                ended.getWarningsList());
    }

    private static FleetEvent.Summary summary(io.quarkiverse.dibs.v1.FleetEvent.Summary summary) {
        SortedMap<FleetState, Integer> counts = new TreeMap<>();
        summary.getCountsMap().forEach((state, count) -> counts
                .merge(ReportMapper.named(FleetState.class, state, FleetState.UNREADABLE), count, Integer::sum));
        return new FleetEvent.Summary(ReportMapper.named(MigrationEvent.Outcome.class, summary.getOutcome().name(),
                MigrationEvent.Outcome.FAILED), counts, summary.getDurationMillis());
    }

    private static final class ToProto implements FleetEvent.Visitor<io.quarkiverse.dibs.v1.FleetEvent> {

        private static final ToProto INSTANCE = new ToProto();

        @Override
        public io.quarkiverse.dibs.v1.FleetEvent visit(FleetEvent.Began event) {
            return io.quarkiverse.dibs.v1.FleetEvent.newBuilder().setBegan(io.quarkiverse.dibs.v1.FleetEvent.Began.newBuilder()
                    .setTargets(event.targets()).setAll(event.all()).setParallel(event.parallel()).setShard(event.shard()))
                    .build();
        }

        @Override
        public io.quarkiverse.dibs.v1.FleetEvent visit(FleetEvent.Told event) {
            return io.quarkiverse.dibs.v1.FleetEvent.newBuilder().setTold(io.quarkiverse.dibs.v1.FleetEvent.Told.newBuilder()
                    .setTarget(event.target()).setEvent(ReportMapper.toProto(event.event()))).build();
        }

        @Override
        public io.quarkiverse.dibs.v1.FleetEvent visit(FleetEvent.Ended event) {
            FleetRow row = event.row();
            io.quarkiverse.dibs.v1.FleetEvent.Ended.Builder ended = io.quarkiverse.dibs.v1.FleetEvent.Ended.newBuilder()
                    .setTarget(row.target()).setWhere(row.where()).setState(row.state().name()).setApplied(row.applied())
                    .setPending(row.pending()).setDurationMillis(row.durationMillis()).addAllWarnings(row.warnings());
            row.from().ifPresent(ended::setFrom);
            row.to().ifPresent(ended::setTo);
            row.problems().forEach(problem -> ended.addProblems(ReportMapper.toProto(problem)));
            return io.quarkiverse.dibs.v1.FleetEvent.newBuilder().setEnded(ended).build();
        }

        @Override
        public io.quarkiverse.dibs.v1.FleetEvent visit(FleetEvent.Summary event) {
            io.quarkiverse.dibs.v1.FleetEvent.Summary.Builder summary = io.quarkiverse.dibs.v1.FleetEvent.Summary.newBuilder()
                    .setOutcome(MigrateEvent.Summary.Outcome.valueOf(event.outcome().name()))
                    .setDurationMillis(event.durationMillis());
            event.counts().forEach((state, count) -> summary.putCounts(state.name(), count));
            return io.quarkiverse.dibs.v1.FleetEvent.newBuilder().setSummary(summary).build();
        }
    }
}
