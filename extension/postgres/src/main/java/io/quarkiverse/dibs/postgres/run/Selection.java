package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.history.Versions;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/**
 * What a run is going to do, worked out from the code, the history and the options. Pure.
 *
 * @param migrations in the order in which they are run
 * @param pending the versions that are outstanding, chosen or not
 * @param warnings what the user should know and what does not keep the run from happening
 */
public record Selection(List<MigrationInvoker> migrations, List<String> pending, List<String> warnings) {

    /**
     * @throws DibsException DIBS-0601 to DIBS-0604, DIBS-0660 where the code lacks a migration that is applied
     */
    static Selection of(Collection<? extends MigrationInvoker> code, Collection<HistoryEntry> history, RunOptions options) {
        return ofRows(code, MigrationStates.of(code, history, Optional.empty()), options);
    }

    /**
     * The same where the history is compared with the code already.
     *
     * @throws DibsException as {@link #of} does
     */
    public static Selection ofRows(Collection<? extends MigrationInvoker> code, List<MigrationRow> rows, RunOptions options) {
        SortedMap<String, MigrationInvoker> declared = MigrationStates.byVersion(code);
        Optional<String> only = options.only().map(version -> known(version, declared));
        Optional<String> to = options.to().map(version -> known(version, declared));

        SortedMap<String, MigrationInvoker> chosen = new TreeMap<>(Versions.ORDER);
        List<String> pending = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        HistoryRules rules = new HistoryRules(options.allowOutOfOrder(), options.allowMissing());
        for (MigrationRow row : rows) {
            String version = row.version();
            switch (row.state()) {
                case APPLIED, BASELINE -> {
                }
                case CHANGED, FUTURE -> rules.warning(row).ifPresent(warnings::add);
                case MISSING -> {
                    refuse(rules.problem(row));
                    rules.warning(row).ifPresent(warnings::add);
                }
                case PENDING, OUT_OF_ORDER, FAILED, IN_DOUBT -> {
                    if (!declared.containsKey(version)) {
                        warnings.add(version + " " + row.name() + ": " + row.state().label() + ", and " + row.note());
                        continue;
                    }
                    pending.add(version);
                    boolean wanted = only.map(version::equals).orElse(true)
                            && to.map(last -> Versions.ORDER.compare(version, last) <= 0).orElse(true);
                    if (!wanted) {
                        continue;
                    }
                    if (row.state() == MigrationRow.State.OUT_OF_ORDER && only.isEmpty()) {
                        refuse(rules.problem(row));
                    }
                    chosen.put(version, declared.get(version));
                }
            }
        }
        return new Selection(List.copyOf(chosen.values()), List.copyOf(pending), List.copyOf(warnings));
    }

    private static String known(String version, SortedMap<String, MigrationInvoker> declared) {
        String canonical = Versions.withoutLeadingZeros(version);
        if (!declared.containsKey(canonical)) {
            throw new DibsException(Problem.of("DIBS-0602", Category.USAGE, "there is no migration with version " + version)
                    .remedy(MigrationStates.newest(declared.keySet()).map(last -> "The newest is " + last
                            + "; dibs status lists all.").orElse("There are no migrations at all.")));
        }
        return canonical;
    }

    private static void refuse(Optional<Problem> problem) {
        problem.ifPresent(wrong -> {
            throw new DibsException(wrong);
        });
    }
}
