package io.quarkiverse.dibs.postgres.history;

import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationRow;

/**
 * What is wrong with the state of a migration, and what to do about it: the same words for whoever asks and for whoever is
 * refused. Pure.
 *
 * @param allowOutOfOrder whether a migration may be applied that is older than the newest applied
 * @param allowMissing whether the history may have migrations that the code has not
 */
public record HistoryRules(boolean allowOutOfOrder, boolean allowMissing) {

    /** What has to be done by somebody; empty for what is as it should be and for what a run takes care of by itself. */
    public Optional<Problem> problem(MigrationRow row) {
        String name = row.version() + " " + row.name();
        return switch (row.state()) {
            case PENDING, APPLIED, BASELINE, FUTURE -> Optional.empty();
            case OUT_OF_ORDER -> allowOutOfOrder ? Optional.empty()
                    : Optional.of(Problem.of("DIBS-0603", Category.REFUSED,
                            "migration " + name + " is not applied, but " + row.note())
                            .remedy("Give it a newer version, apply it by name with --only " + row.version()
                                    + ", or allow all such with --allow-out-of-order."));
            // nothing is ordered by a repeatable one, so nothing can go wrong without it
            case MISSING -> allowMissing || Versions.isRepeatable(row.version()) ? Optional.empty()
                    : Optional.of(Problem.of("DIBS-0660", Category.REFUSED,
                            "migration " + name + " is applied, but " + row.note())
                            .remedy("Bring its source back. If it is gone for good, dibs repair removes its row; "
                                    + "--allow-missing goes on without it."));
            case CHANGED -> Optional.of(Problem.of("DIBS-0661", Category.REFUSED, "migration " + name + ": " + row.note())
                    .remedy("Restore its source as it was and write a new migration. If the change means nothing, dibs repair "
                            + "accepts it."));
            case FAILED -> Optional.of(Problem.of("DIBS-0662", Category.REFUSED, "migration " + name + " failed: " + row.note())
                    .remedy("Mend it and run dibs migrate again. If it is gone for good, dibs repair forgets it."));
            case IN_DOUBT -> Optional.of(Problem.of("DIBS-0663", Category.REFUSED,
                    "migration " + name + " is in doubt: " + row.note())
                    .remedy("Run dibs migrate: it goes on after the statements that stand. If somebody has ended it by hand, "
                            + "dibs repair settles it."));
        };
    }

    /** What the user should know and what stands in nobody's way. */
    public Optional<String> warning(MigrationRow row) {
        return switch (row.state()) {
            case PENDING, APPLIED, BASELINE, OUT_OF_ORDER, FAILED, IN_DOUBT -> Optional.empty();
            case CHANGED, MISSING, FUTURE -> Optional.of(row.version() + " " + row.name() + ": " + row.note());
        };
    }
}
