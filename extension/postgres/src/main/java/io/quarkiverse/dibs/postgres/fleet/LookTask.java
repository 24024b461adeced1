package io.quarkiverse.dibs.postgres.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;
import io.quarkiverse.dibs.report.MigrationRow;

/** Says how each target stands and changes nothing. */
final class LookTask implements TargetTask {

    private final Optional<HistoryRules> rules;

    /**
     * @param rules what is wrong with a history, where that is asked for
     */
    LookTask(Optional<HistoryRules> rules) {
        this.rules = rules;
    }

    @Override
    public Optional<FleetRow> seen(Target target, Verdict verdict, long millis) {
        List<Problem> problems = rules.stream()
                .flatMap(asked -> verdict.rows().stream().map(asked::problem).flatMap(Optional::stream)).toList();
        return Optional.of(new FleetRow(target.name(), target.where(), verdict.state(), verdict.newest(), verdict.newest(), 0,
                verdict.pending(), millis, problems, warnings(verdict)));
    }

    private List<String> warnings(Verdict verdict) {
        return rules.stream().flatMap(asked -> verdict.rows().stream().filter(row -> asked.problem(row).isEmpty())
                .map((MigrationRow row) -> asked.warning(row)).flatMap(Optional::stream)).toList();
    }

    @Override
    public FleetRow run(Target target, Verdict before, Consumer<FleetEvent> events) {
        throw new IllegalStateException("a look has nothing to run");
    }

    @Override
    public FleetState unreadable() {
        return FleetState.UNREADABLE;
    }

    @Override
    public Outcome success() {
        return Outcome.DONE;
    }

    @Override
    public void cancel() {
        // a look is soon over
    }

    @Override
    public void finish() {
        // a look is soon over
    }
}
