package io.quarkiverse.dibs.cli.tui.state;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;

/**
 * Where the migrations stand and their sources, where those are there to be read.
 *
 * @param sources by version
 */
public record Migrations(StatusReport status, Map<String, Source> sources) {

    public Migrations {
        Objects.requireNonNull(status);
        sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** A file of Java and what it says. */
    public record Source(String file, String text) {
        public Source {
            Objects.requireNonNull(file);
            Objects.requireNonNull(text);
        }
    }

    public long pending() {
        return status.migrations().stream().filter(row -> row.state() == MigrationRow.State.PENDING).count();
    }
}
