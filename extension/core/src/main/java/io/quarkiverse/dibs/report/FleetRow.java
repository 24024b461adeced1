package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.error.Problem;

/**
 * What became of one target of a fleet, or how it stands.
 *
 * @param target its name
 * @param where server, database, role and schema, for people; never a password
 * @param from the newest version that was applied before, absent where there was none
 * @param to the newest version that is applied now
 * @param applied how many migrations this run applied, or a dry run tried
 * @param pending how many wait now
 * @param problems what is wrong with it; after a run that migrates at most one
 */
public record FleetRow(String target, String where, FleetState state, Optional<String> from, Optional<String> to, int applied,
        int pending, long durationMillis, List<Problem> problems, List<String> warnings) {

    public FleetRow {
        Objects.requireNonNull(target);
        Objects.requireNonNull(where);
        Objects.requireNonNull(state);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
