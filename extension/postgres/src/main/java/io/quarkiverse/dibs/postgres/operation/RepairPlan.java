package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryEntry;
import io.quarkiverse.dibs.postgres.history.MigrationStates;
import io.quarkiverse.dibs.postgres.history.Versions;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** What a repair would do, worked out from the code, the history and what stands in the database. Used once. */
final class RepairPlan {

    /** What the database shows of an attempt that did not end well. */
    interface Traces {

        /** In words, empty when nothing of it can stand. */
        List<String> of(HistoryEntry entry);
    }

    private final Map<String, MigrationInvoker> code;
    private final Map<String, HistoryEntry> history = new TreeMap<>(Versions.ORDER);
    private final RepairRequest request;
    private final Traces traces;
    private final List<RepairAction> actions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RepairPlan(List<MigrationInvoker> code, List<HistoryEntry> history, RepairRequest request, Traces traces) {
        this.code = MigrationStates.byVersion(code);
        this.request = request;
        this.traces = traces;
        history.forEach(entry -> this.history.put(entry.version(), entry));
    }

    /**
     * @param holder who holds the lock; what is being run is left alone
     * @throws DibsException DIBS-0665 when a version is named that there is nothing to settle about
     */
    static RepairPlan of(List<MigrationInvoker> code, List<HistoryEntry> history, Optional<String> holder,
            RepairRequest request, Traces traces) {
        RepairPlan plan = new RepairPlan(code, history, request, traces);
        List<MigrationRow> rows = MigrationStates.of(code, history, holder);
        Stream.concat(request.applied().stream(), request.pending().stream()).sorted().forEach(version -> {
            if (rows.stream().noneMatch(row -> row.version().equals(Versions.withoutLeadingZeros(version))
                    && (row.state() == State.FAILED || row.state() == State.IN_DOUBT))) {
                throw new DibsException(Problem.of("DIBS-0665", Category.USAGE,
                        "migration " + version + " is neither failed nor in doubt").remedy("See dibs status."));
            }
        });
        rows.forEach(plan::look);
        return plan;
    }

    List<RepairAction> actions() {
        return actions;
    }

    List<String> notes() {
        return notes;
    }

    private void look(MigrationRow row) {
        switch (row.state()) {
            case CHANGED ->
                add(RepairAction.ACCEPT_CHANGE, row, "was applied with another source. Its checksum becomes that of the"
                        + " code; the database stays as it is.");
            case MISSING ->
                add(RepairAction.REMOVE_MISSING, row, "is applied, and the code does not have it. Its row goes; what it"
                        + " did stays.");
            case FAILED, IN_DOUBT -> settle(row);
            case PENDING, APPLIED, OUT_OF_ORDER, FUTURE, BASELINE -> {
            }
        }
    }

    private void settle(MigrationRow row) {
        HistoryEntry entry = history.get(row.version());
        String how = row.state() == State.FAILED ? "failed" : "was interrupted";
        List<String> standing = traces.of(entry);
        String stands = standing.isEmpty() ? "nothing of it stands" : "since it began there is " + String.join(", ", standing);
        if (names(request.applied(), row)) {
            add(RepairAction.MARK_APPLIED, row, how + "; " + stands + ". You say that it is done: it counts as applied.");
        } else if (names(request.pending(), row)) {
            add(RepairAction.FORGET_ATTEMPT, row, how + "; " + stands + ". You say that it is undone: its row goes, and with it"
                    + " how far its backfills came." + again(row));
        } else if (standing.isEmpty()) {
            add(RepairAction.FORGET_ATTEMPT, row, how + "; " + (entry.transactional() ? "its transaction was rolled back, and "
                    : "") + stands + ". Its row goes." + again(row));
        } else {
            notes.add(row.version() + " " + row.name() + " " + how + ", and " + stands + ". "
                    + (code.containsKey(row.version()) ? "dibs migrate goes on after the statements that are recorded. " : "")
                    + "When you have ended it by hand, say --applied " + row.version()
                    + "; when you have undone it, say --pending "
                    + row.version() + ".");
        }
    }

    private String again(MigrationRow row) {
        return code.containsKey(row.version()) ? " It is pending again." : "";
    }

    private static boolean names(Iterable<String> versions, MigrationRow row) {
        for (String version : versions) {
            if (Versions.withoutLeadingZeros(version).equals(row.version())) {
                return true;
            }
        }
        return false;
    }

    private void add(String kind, MigrationRow row, String text) {
        actions.add(new RepairAction(kind, row.version(), row.name(), row.version() + " " + row.name() + " " + text, false));
    }
}
