package io.quarkiverse.dibs.postgres.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** Compares the migrations of the code with the history. Pure: it reads neither the database nor a clock. */
public final class MigrationStates {

    private MigrationStates() {
    }

    /**
     * Each migration of either side in the order of versions.
     *
     * @param holder who holds the lock now; a migration that is being run is not in doubt
     * @throws DibsException when two migrations have one version
     */
    public static List<MigrationRow> of(Collection<? extends MigrationInvoker> code, Collection<HistoryEntry> history,
            Optional<String> holder) {
        SortedMap<String, MigrationInvoker> declared = byVersion(code);
        SortedMap<String, HistoryEntry> recorded = new TreeMap<>(Versions.ORDER);
        history.forEach(entry -> recorded.put(entry.version(), entry));
        Optional<String> lastApplied = recorded.values().stream().filter(entry -> entry.state().stands())
                .map(HistoryEntry::version).collect(Collectors.collectingAndThen(Collectors.toList(), MigrationStates::newest));

        SortedMap<String, MigrationRow> rows = new TreeMap<>(Versions.ORDER);
        declared.forEach((version, migration) -> rows.put(version, recorded.containsKey(version)
                ? both(migration, recorded.get(version), holder)
                : codeOnly(migration, lastApplied)));
        recorded.forEach((version, entry) -> rows.computeIfAbsent(version,
                absent -> historyOnly(entry, declared, holder)));
        return new ArrayList<>(rows.values());
    }

    /**
     * The migrations of the code in the order of versions.
     *
     * @throws DibsException when two have one version
     */
    public static SortedMap<String, MigrationInvoker> byVersion(Collection<? extends MigrationInvoker> code) {
        SortedMap<String, MigrationInvoker> declared = new TreeMap<>(Versions.ORDER);
        for (MigrationInvoker migration : code) {
            MigrationInvoker other = declared.putIfAbsent(migration.version(), migration);
            if (other != null) {
                throw new DibsException(Problem.of("DIBS-0601", Category.BUILD,
                        "two migrations have version " + migration.version() + ": " + other.className() + " and "
                                + migration.className())
                        .remedy("Give one of them another version: it is the number in the class name.")
                        .at(migration.className()));
            }
        }
        return declared;
    }

    /** Whether {@code migrate} has something to do about it. */
    public static boolean isOutstanding(MigrationRow row) {
        return switch (row.state()) {
            case PENDING, OUT_OF_ORDER, FAILED, IN_DOUBT -> true;
            case APPLIED, CHANGED, MISSING, FUTURE, BASELINE -> false;
        };
    }

    private static MigrationRow codeOnly(MigrationInvoker migration, Optional<String> lastApplied) {
        boolean late = !migration.repeatable() && lastApplied.isPresent()
                && Versions.ORDER.compare(migration.version(), lastApplied.get()) < 0;
        return late
                ? new MigrationRow(migration.version(), migration.name(), State.OUT_OF_ORDER, Optional.empty(),
                        OptionalLong.empty(), Optional.empty(), Optional.empty(),
                        "version " + lastApplied.get() + " is applied already")
                : MigrationRow.pending(migration.version(), migration.name());
    }

    private static MigrationRow both(MigrationInvoker migration, HistoryEntry entry, Optional<String> holder) {
        return switch (entry.state()) {
            case APPLIED -> migration.checksum().equals(entry.checksum())
                    ? row(entry, migration.name(), State.APPLIED, "")
                    : migration.repeatable()
                            ? row(entry, migration.name(), State.PENDING, "its source has changed since it was run")
                            : row(entry, migration.name(), State.CHANGED, "its source has changed since it was applied");
            case BASELINE -> row(entry, migration.name(), State.BASELINE, "");
            case FAILED -> row(entry, migration.name(), State.FAILED, entry.error().orElse(""));
            case RUNNING -> holder.isPresent()
                    ? row(entry, migration.name(), State.PENDING, "is being run by " + holder.get())
                    : row(entry, migration.name(), State.IN_DOUBT, interrupted(entry));
        };
    }

    private static MigrationRow historyOnly(HistoryEntry entry, SortedMap<String, MigrationInvoker> declared,
            Optional<String> holder) {
        boolean newer = !Versions.isRepeatable(entry.version()) && newest(declared.keySet())
                .filter(last -> Versions.ORDER.compare(entry.version(), last) > 0).isPresent();
        String absent = newer ? "the code does not have it; it is newer than all that the code has"
                : "the code does not have it";
        return switch (entry.state()) {
            case APPLIED -> row(entry, entry.name(), newer ? State.FUTURE : State.MISSING, absent);
            // whatever the code had then: the database is said to have it
            case BASELINE -> row(entry, entry.name(), State.BASELINE, "");
            case FAILED -> row(entry, entry.name(), State.FAILED, absent);
            case RUNNING -> holder.isPresent()
                    ? row(entry, entry.name(), State.PENDING, "is being run by " + holder.get() + "; " + absent)
                    : row(entry, entry.name(), State.IN_DOUBT, absent);
        };
    }

    /** The last version that is a number. */
    public static Optional<String> newest(Collection<String> versions) {
        return versions.stream().filter(version -> !Versions.isRepeatable(version)).max(Versions.ORDER);
    }

    private static String interrupted(HistoryEntry entry) {
        return "was interrupted after " + entry.appliedStatements()
                + (entry.appliedStatements() == 1 ? " statement" : " statements");
    }

    private static MigrationRow row(HistoryEntry entry, String name, State state, String note) {
        return new MigrationRow(entry.version(), name, state, Optional.of(entry.finishedAt().orElse(entry.startedAt())),
                entry.durationMillis(), Optional.of(entry.dbUser()), Optional.of(entry.dibsVersion()), note);
    }
}
