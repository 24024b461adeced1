package io.quarkiverse.dibs.postgres.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads on which the code of the running migration was seen; what is logged there is its own. Thread-safe. */
final class MigrationThreads {

    private final Set<Long> ids = ConcurrentHashMap.newKeySet();

    void addCurrent() {
        ids.add(Thread.currentThread().getId());
    }

    boolean containsCurrent() {
        return ids.contains(Thread.currentThread().getId());
    }
}
