package io.quarkiverse.dibs;

/**
 * A change of many rows in batches along a key. Each batch is one transaction that also records how far it came, so that a
 * run after a crash goes on where the last one stood. Say {@link #over} before {@link #run}.
 */
public interface Backfill {

    /** How many rows a batch has when nobody says. */
    int DEFAULT_BATCH = 1_000;

    /**
     * The table, and the columns by which it is walked through: a key that is unique, not null and indexed, usually the primary
     * key.
     *
     * @param table {@code name} or {@code schema.name}, as in SQL
     */
    Backfill over(String table, String... keyColumns);

    /** How many rows of the table, not of the result, a batch spans; {@value #DEFAULT_BATCH} when it is not said. */
    Backfill batchesOf(int rows);

    /**
     * Runs the statement once for each batch. It must keep to the batch with {@code key > :after AND key <= :upTo}; of several
     * key columns {@code (a, b) > :after AND (a, b) <= :upTo}. The first batch has no lower end: there {@code > :after} holds
     * for every key.
     *
     * @return how many rows were changed in all, those of earlier runs included
     */
    long run(String sql);
}
