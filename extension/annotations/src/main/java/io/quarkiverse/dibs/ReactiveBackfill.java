package io.quarkiverse.dibs;

import io.smallrye.mutiny.Uni;

/** {@link Backfill} for code written with {@code Uni}. */
public interface ReactiveBackfill {

    /** See {@link Backfill#over}. */
    ReactiveBackfill over(String table, String... keyColumns);

    /** See {@link Backfill#batchesOf}. */
    ReactiveBackfill batchesOf(int rows);

    /** See {@link Backfill#run}; it begins when somebody subscribes. */
    Uni<Long> run(String sql);
}
