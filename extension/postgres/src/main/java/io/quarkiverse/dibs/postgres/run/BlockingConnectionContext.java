package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.dibs.Backfill;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.ReactiveMigrationContext;
import io.quarkiverse.dibs.RowMapper;
import io.quarkiverse.dibs.Rows;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** What a migration in the blocking style works with: it waits for the reactive client on the migration's own thread. */
final class BlockingConnectionContext implements MigrationContext {

    private final ReactiveConnectionContext reactive;

    BlockingConnectionContext(ReactiveConnectionContext reactive) {
        this.reactive = reactive;
    }

    @Override
    public Rows execute(String sql) {
        return await(reactive.send(sql, null, true));
    }

    @Override
    public Rows execute(String sql, Object... parameters) {
        return await(reactive.send(sql, ReactiveConnectionContext.parametersOf(parameters), true));
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        return await(reactive.send(sql, ReactiveConnectionContext.parametersOf(parameters), false)).map(mapper);
    }

    @Override
    public long insert(String table, List<String> columns, Iterable<Object[]> rows) {
        return await(reactive.insert(table, columns, rows));
    }

    @Override
    public <T> T savepoint(Supplier<T> work) {
        Savepoints savepoints = reactive.savepoints();
        String name = savepoints.begin();
        try {
            await(savepoints.send("SAVEPOINT " + name));
            T result;
            try {
                result = work.get();
            } catch (RuntimeException | Error failure) {
                await(savepoints.undo(name));
                throw failure;
            }
            await(savepoints.send("RELEASE SAVEPOINT " + name));
            return result;
        } finally {
            savepoints.end();
        }
    }

    @Override
    public void log(String message) {
        reactive.log(message);
    }

    @Override
    public void progress(long done, long total) {
        reactive.progress(done, total);
    }

    @Override
    public Backfill backfill(String name) {
        BackfillRun run = reactive.backfillRun(name);
        return new Backfill() {

            @Override
            public Backfill over(String table, String... keyColumns) {
                run.over(table, keyColumns);
                return this;
            }

            @Override
            public Backfill batchesOf(int rows) {
                run.batchesOf(rows);
                return this;
            }

            @Override
            public long run(String sql) {
                return await(run.run(sql));
            }
        };
    }

    @Override
    public ReactiveMigrationContext reactive() {
        return reactive;
    }

    private <T> T await(Uni<T> answer) {
        if (Context.isOnEventLoopThread()) {
            throw new DibsException(Problem.of("DIBS-0635", Category.SQL,
                    "a migration waited for a statement on the thread that brings the answer")
                    .remedy("Inside a Uni use db.reactive().")
                    .at(CallSite.here(reactive.migration()).orElse(reactive.migration().className())));
        }
        try {
            return answer.await().indefinitely();
        } catch (StatementException e) {
            throw e.at(CallSite.here(reactive.migration()));
        }
    }
}
