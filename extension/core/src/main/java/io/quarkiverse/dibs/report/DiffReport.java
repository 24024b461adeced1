package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;

/**
 * What differs between two sources and the steps that take the first to the second.
 *
 * @param from describes the first source for people; never holds a password
 * @param to describes the second source
 * @param unmanaged what only the database knows and nobody will touch
 * @param unmodelled what differs or exists but dibs has no model of
 */
public record DiffReport(String from, String to, List<ChangeLine> changes, List<StepLine> steps, List<String> unmanaged,
        List<String> unmodelled, List<RenameLine> renameQuestions, List<String> warnings, Fingerprint fromFingerprint,
        Fingerprint toFingerprint) {

    public DiffReport {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
        unmanaged = List.copyOf(unmanaged);
        unmodelled = List.copyOf(unmodelled);
        renameQuestions = List.copyOf(renameQuestions);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(fromFingerprint);
        Objects.requireNonNull(toFingerprint);
    }

    /** Whether there is nothing to do; unmanaged and unmodelled objects do not count. */
    public boolean inSync() {
        return changes.isEmpty();
    }
}
