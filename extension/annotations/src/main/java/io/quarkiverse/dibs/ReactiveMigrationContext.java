package io.quarkiverse.dibs;

import java.util.List;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * {@link MigrationContext} for code written with {@code Uni}: the same connection and the same abilities. Nothing is sent
 * before somebody subscribes. Statements run one at a time: chain them, never subscribe to a second before the first is done.
 */
public interface ReactiveMigrationContext {

    /** See {@link MigrationContext#execute(String)}. */
    Uni<Rows> execute(String sql);

    /** See {@link MigrationContext#execute(String, Object...)}. */
    Uni<Rows> execute(String sql, Object... parameters);

    /** See {@link MigrationContext#query}. */
    <T> Uni<List<T>> query(String sql, RowMapper<T> mapper, Object... parameters);

    /** See {@link MigrationContext#insert}. */
    Uni<Long> insert(String table, List<String> columns, Iterable<Object[]> rows);

    /** See {@link MigrationContext#savepoint(Supplier)}. */
    <T> Uni<T> savepoint(Supplier<Uni<T>> work);

    /** See {@link MigrationContext#log}; it is told at once. */
    void log(String message);

    /** See {@link MigrationContext#progress}; it is told at once. */
    void progress(long done, long total);

    /** See {@link MigrationContext#backfill}. */
    ReactiveBackfill backfill(String name);
}
