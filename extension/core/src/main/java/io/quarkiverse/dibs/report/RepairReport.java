package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * What a repair of the history would do, or has done.
 *
 * @param actions in the order of versions
 * @param notes what only a person can settle
 */
public record RepairReport(String database, List<RepairAction> actions, List<String> notes) {

    public RepairReport {
        Objects.requireNonNull(database);
        actions = List.copyOf(actions);
        notes = List.copyOf(notes);
    }

    /** Whether something waits for somebody's consent. */
    public boolean waits() {
        return actions.stream().anyMatch(action -> !action.done());
    }
}
