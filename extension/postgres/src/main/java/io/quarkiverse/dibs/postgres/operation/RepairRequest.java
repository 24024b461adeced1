package io.quarkiverse.dibs.postgres.operation;

import java.util.Set;

/**
 * What to repair.
 *
 * @param applied versions of which somebody says that they are done, whatever became of their runs
 * @param pending versions of which somebody says that nothing of them stands any more
 * @param agreed the ids of the actions that are to be done; none means that they are only told
 */
public record RepairRequest(Set<String> applied, Set<String> pending, Set<String> agreed) {

    public RepairRequest {
        applied = Set.copyOf(applied);
        pending = Set.copyOf(pending);
        agreed = Set.copyOf(agreed);
    }

    /** The same with what is agreed to. */
    public RepairRequest agreeing(Set<String> ids) {
        return new RepairRequest(applied, pending, ids);
    }
}
