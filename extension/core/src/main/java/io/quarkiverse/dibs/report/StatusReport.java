package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/** The migrations of a database in the order of their versions. */
public record StatusReport(String database, List<MigrationRow> migrations) {

    public StatusReport {
        Objects.requireNonNull(database);
        migrations = List.copyOf(migrations);
    }

    /** The migrations that a run would apply. */
    public List<MigrationRow> pending() {
        return migrations.stream().filter(row -> row.state() == MigrationRow.State.PENDING).toList();
    }
}
