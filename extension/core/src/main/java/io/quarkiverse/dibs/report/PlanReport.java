package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * The ordered steps from one schema to another, bound by fingerprint to the schema they were made from. Also the whole intended
 * schema as SQL, when it starts from nothing.
 *
 * @param serverMajor the major version of the server it was made for, or 0
 */
public record PlanReport(String from, String to, List<StepLine> steps, List<String> warnings, Fingerprint fromFingerprint,
        Fingerprint toFingerprint, int serverMajor) {

    public PlanReport {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(fromFingerprint);
        Objects.requireNonNull(toFingerprint);
    }
}
