package io.quarkiverse.dibs.postgres.run;

import io.smallrye.mutiny.Uni;

/** Something under way that writes histories, and that a process should not end in the middle of. Thread-safe. */
public interface ActiveRun {

    /** Completes when nothing of it goes on any more, however it ended and whoever watched it. */
    Uni<Void> ended();

    /** Asks it to roll back what it is at and end. It tells so in its events. */
    void cancel();

    /** Asks it to bring the migrations it is at to their end, and to begin no other. */
    void finish();
}
