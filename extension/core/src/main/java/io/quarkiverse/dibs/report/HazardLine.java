package io.quarkiverse.dibs.report;

import java.util.Objects;

/**
 * One danger of a change, by name: the relation it concerns, the lock taken there, why, and the safe way. Texts that do not
 * apply are empty.
 *
 * @param name for example {@code deletes-data}
 */
public record HazardLine(String name, String relation, String lock, String reason, String safeWay) {

    public HazardLine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(relation);
        Objects.requireNonNull(lock);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(safeWay);
    }
}
