package io.quarkiverse.dibs;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a migration works with: the one connection that the migration runs on. Every method waits until the server has
 * answered, and throws what the server said; there is no need to catch it. Not for use by several threads, nor after the
 * migration has returned.
 */
public interface MigrationContext {

    /**
     * Runs SQL without parameters: one statement, or several separated by semicolons.
     *
     * @return what the last statement returned
     */
    Rows execute(String sql);

    /**
     * Runs one statement with parameters, written {@code $1}, {@code $2} and so on. A parameter is a value of a type that
     * {@link Row} documents, an array of one for an SQL array, or null. To pass one null write {@code (Object) null}.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-prepare.html">PREPARE</a>
     */
    Rows execute(String sql, Object... parameters);

    /** Runs one statement as {@link #execute(String, Object...)} does and turns each row into something else. */
    <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters);

    /**
     * Inserts many rows, thousands with each statement. Columns that are not named get their defaults.
     *
     * @param table {@code name} or {@code schema.name}, as in SQL
     * @param columns their names, without quotes
     * @param rows each with one value for each of the columns, of a type that {@link Row} documents or a collection or array of
     *        such; a text for a JSON column is JSON. Read once, while inserting: they need not fit into memory
     * @return how many rows were inserted
     */
    long insert(String table, List<String> columns, Iterable<Object[]> rows);

    /**
     * Does something that may fail. When it throws, what it did is undone and the exception goes on: whoever catches it may do
     * something else in the same transaction. Only in a migration that is transactional.
     *
     * @return what {@code work} returned
     * @see <a href="https://www.postgresql.org/docs/current/sql-savepoint.html">SAVEPOINT</a>
     */
    <T> T savepoint(Supplier<T> work);

    /** {@link #savepoint(Supplier)} for work that returns nothing. */
    default void savepoint(Runnable work) {
        savepoint(() -> {
            work.run();
            return null;
        });
    }

    /** Tells whoever watches the migration something. Records that its code logs in the usual way are shown as well. */
    void log(String message);

    /**
     * Tells whoever watches how far the migration is.
     *
     * @param done how much is done, in any unit
     * @param total how much there is in all; 0 or less when nobody knows
     */
    void progress(long done, long total);

    /**
     * Begins the description of a backfill: a change of many rows in batches, each a transaction of its own with a checkpoint,
     * so that it can be resumed. Only in a migration that is not transactional.
     *
     * @param name what it is called in the history and in progress; unique within the migration
     */
    Backfill backfill(String name);

    /** The same abilities for code that is written with {@code Uni}. */
    ReactiveMigrationContext reactive();
}
