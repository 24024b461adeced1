package io.quarkiverse.dibs;

import java.util.List;

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
