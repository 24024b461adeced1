package io.quarkiverse.dibs.report;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether somebody holds the lock of a history.
 *
 * @param holder who does, or who did until it was ended
 * @param released whether the holder was ended
 */
public record LockReport(String database, Optional<LockHolder> holder, boolean released) {

    public LockReport {
        Objects.requireNonNull(database);
        Objects.requireNonNull(holder);
    }
}
