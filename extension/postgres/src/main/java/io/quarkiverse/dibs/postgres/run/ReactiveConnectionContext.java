package io.quarkiverse.dibs.postgres.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.dibs.ReactiveBackfill;
import io.quarkiverse.dibs.ReactiveMigrationContext;
import io.quarkiverse.dibs.RowMapper;
import io.quarkiverse.dibs.Rows;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

/** What a migration in the {@code Uni} style works with. The source line is noted when a statement is described. */
final class ReactiveConnectionContext implements ReactiveMigrationContext {

    private final StatementChannel channel;
    private final Function<String, BackfillRun> backfills;
    private final ProgressMeter meter;
    private final Savepoints savepoints;

    /**
     * @param backfills begins a backfill by its name
     */
    ReactiveConnectionContext(StatementChannel channel, Function<String, BackfillRun> backfills) {
        this.channel = channel;
        this.backfills = backfills;
        this.meter = new ProgressMeter(channel.migration().version(), "");
        this.savepoints = new Savepoints(channel);
    }

    StatementChannel channel() {
        return channel;
    }

    MigrationInvoker migration() {
        return channel.migration();
    }

    @Override
    public Uni<Rows> execute(String sql) {
        return channel.send(sql, null, true, CallSite.here(migration()));
    }

    @Override
    public Uni<Rows> execute(String sql, Object... parameters) {
        return channel.send(sql, parametersOf(parameters), true, CallSite.here(migration()));
    }

    @Override
    public <T> Uni<List<T>> query(String sql, RowMapper<T> mapper, Object... parameters) {
        return channel.send(sql, parametersOf(parameters), false, CallSite.here(migration())).map(rows -> rows.map(mapper));
    }

    @Override
    public Uni<Long> insert(String table, List<String> columns, Iterable<Object[]> rows) {
        Optional<String> location = CallSite.here(migration());
        return Uni.createFrom().deferred(() -> new BulkInsert(channel, table, columns, rows.iterator()).run(location));
    }

    @Override
    public <T> Uni<T> savepoint(Supplier<Uni<T>> work) {
        return savepoints.around(work);
    }

    Savepoints savepoints() {
        return savepoints;
    }

    /** Without the source line, which the caller adds when it is needed. */
    Uni<Rows> send(String sql, Object[] parameters, boolean changes) {
        return channel.send(sql, parameters, changes, Optional.empty());
    }

    /** A lone null where an array was meant. */
    static Object[] parametersOf(Object[] parameters) {
        return parameters == null ? new Object[] { null } : parameters;
    }

    @Override
    public void log(String message) {
        channel.tell(new MigrationEvent.Log(migration().version(), "INFO", migration().name(),
                Redactor.redact(String.valueOf(message))));
    }

    @Override
    public void progress(long done, long total) {
        channel.tell(meter.at(done, total));
    }

    @Override
    public ReactiveBackfill backfill(String name) {
        return backfills.apply(name).at(CallSite.here(migration()));
    }

    BackfillRun backfillRun(String name) {
        return backfills.apply(name);
    }
}
