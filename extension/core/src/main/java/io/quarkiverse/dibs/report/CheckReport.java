package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/** Whether the database is what the entities say and no migration waits. Unmanaged objects count only when strict. */
public record CheckReport(DiffReport diff, List<MigrationRow> pending, boolean strict) {

    public CheckReport {
        Objects.requireNonNull(diff);
        pending = List.copyOf(pending);
    }

    public boolean inSync() {
        return diff.inSync() && pending.isEmpty()
                && (!strict || diff.unmanaged().isEmpty() && diff.unmodelled().isEmpty());
    }
}
