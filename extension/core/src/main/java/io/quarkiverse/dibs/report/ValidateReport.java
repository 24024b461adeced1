package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.dibs.error.Problem;

/**
 * Whether the history of a database and the code tell the same story.
 *
 * @param problems what somebody has to do something about, in the order of versions
 * @param warnings what to know beside it
 */
public record ValidateReport(String database, List<Problem> problems, List<String> warnings) {

    public ValidateReport {
        Objects.requireNonNull(database);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    public boolean valid() {
        return problems.isEmpty();
    }
}
