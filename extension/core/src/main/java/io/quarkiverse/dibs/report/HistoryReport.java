package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/** All that was written into the history of a database, the newest last. */
public record HistoryReport(String database, List<HistoryRow> rows) {

    public HistoryReport {
        Objects.requireNonNull(database);
        rows = List.copyOf(rows);
    }
}
