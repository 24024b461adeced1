package io.quarkiverse.dibs.postgres.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationRow;

/**
 * What the history of a target says, compared with the code.
 *
 * @param newest the newest version that is applied
 */
record Verdict(List<MigrationRow> rows, Optional<String> newest) {

    static Verdict of(List<MigrationRow> rows) {
        return new Verdict(List.copyOf(rows), MigrationStates.newest(rows.stream().filter(Verdict::stands)
                .map(MigrationRow::version).toList()));
    }

    private static boolean stands(MigrationRow row) {
        return switch (row.state()) {
            case APPLIED, BASELINE, CHANGED, MISSING, FUTURE -> true;
            case PENDING, OUT_OF_ORDER, FAILED, IN_DOUBT -> false;
        };
    }

    /** Of the states of its migrations the one that somebody has to look at first. */
    FleetState state() {
        return rows.stream().map(row -> FleetState.of(row.state())).max(Comparator.naturalOrder())
                .orElse(FleetState.UP_TO_DATE);
    }

    int pending() {
        return (int) rows.stream().filter(MigrationStates::isOutstanding).count();
    }

    /** The newest of these versions and the newest here. */
    Optional<String> newestWith(List<String> applied) {
        return MigrationStates.newest(Stream.concat(newest.stream(), applied.stream()).toList());
    }
}
