package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * What a database counts as applied without having been run.
 *
 * @param migrations version and name of each, in the order of versions
 */
public record BaselineReport(String database, String version, List<String> migrations) {

    public BaselineReport {
        Objects.requireNonNull(database);
        Objects.requireNonNull(version);
        migrations = List.copyOf(migrations);
    }
}
