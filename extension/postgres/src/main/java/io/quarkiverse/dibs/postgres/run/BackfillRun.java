package io.quarkiverse.dibs.postgres.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.dibs.Backfill;
import io.quarkiverse.dibs.ReactiveBackfill;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * One backfill: batch after batch along a key, each a transaction that also moves the checkpoint, so that a row is changed once
 * whatever happens in between. A batch that takes long makes the next ones smaller.
 */
final class BackfillRun implements ReactiveBackfill {

    private static final long TARGET_MILLIS = 1_000;

    private final StatementChannel channel;
    private final BackfillCheckpoints checkpoints;
    private final String name;
    private Optional<String> location = Optional.empty();
    private String table;
    private List<String> keyColumns = List.of();
    private int batch = Backfill.DEFAULT_BATCH;

    /**
     * @param checkpoints empty in a transaction, where there can be no backfill
     */
    BackfillRun(StatementChannel channel, Optional<BackfillCheckpoints> checkpoints, String name) {
        this.channel = channel;
        this.name = name;
        this.checkpoints = checkpoints.orElseThrow(() -> new DibsException(Problem.of("DIBS-0640", Category.BUILD,
                "backfill \"" + name + "\" stands in a migration that is one transaction, and a backfill has many")
                .remedy("Move it into a migration of its own, with @Migration(transactional = false).")
                .at(CallSite.here(channel.migration()).orElse(channel.migration().className()))));
    }

    BackfillRun at(Optional<String> where) {
        this.location = where;
        return this;
    }

    @Override
    public BackfillRun over(String newTable, String... newKeyColumns) {
        this.table = newTable;
        this.keyColumns = List.copyOf(Arrays.asList(newKeyColumns));
        return this;
    }

    @Override
    public BackfillRun batchesOf(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch has at least one row, not " + rows);
        }
        this.batch = rows;
        return this;
    }

    @Override
    public Uni<Long> run(String sql) {
        if (table == null || keyColumns.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0641", Category.BUILD,
                    "backfill \"" + name + "\" does not say which table it walks through by which columns")
                    .remedy("Say .over(\"table\", \"key\") before .run(...)."));
        }
        return Uni.createFrom().deferred(() -> {
            channel.enter();
            return start(sql).onTermination().invoke(channel::leave);
        });
    }

    private Uni<Long> start(String sql) {
        PgConnection connection = channel.connection();
        return explained(sql, channel.watched(BackfillKey.find(connection, table, keyColumns))).flatMap(key -> {
            if (!key.indexed()) {
                log("WARN", "no index begins with " + String.join(", ", keyColumns) + " of " + table
                        + ": every batch will read the whole table");
            }
            BackfillSql statements = BackfillSql.of(sql, key.types());
            if (channel.trying().isPresent()) {
                return tried(channel.trying().get(), key, sql, statements);
            }
            String digest = StandingStatements.hash(sql + '\0' + table + '\0' + keyColumns);
            return channel.watched(checkpoints.open(connection, name, table, keyColumns, digest)).flatMap(checkpoint -> {
                if (checkpoint.finished()) {
                    log("INFO", "backfill \"" + name + "\" was finished by an earlier run");
                    return Uni.createFrom().item(checkpoint.rowsChanged());
                }
                if (checkpoint.after() != null) {
                    log("INFO", "backfill \"" + name + "\" goes on after "
                            + String.join(", ", checkpoint.after()) + "; " + checkpoint.rowsSeen() + " rows are done");
                }
                return walk(key, sql, statements, checkpoint);
            });
        });
    }

    /** One batch says how long all of them will take; it is undone at once, so that nobody waits for its rows. */
    private Uni<Long> tried(DryRun dryRun, BackfillKey key, String sql, BackfillSql statements) {
        PgConnection connection = channel.connection();
        return channel.watched(checkpoints.find(connection, name)).flatMap(known -> {
            BackfillCheckpoints.Checkpoint start = known.orElse(BackfillCheckpoints.BEGINNING);
            if (start.finished()) {
                log("INFO", "backfill \"" + name + "\" was finished by an earlier run");
                return Uni.createFrom().item(start.rowsChanged());
            }
            long begin = System.nanoTime();
            return explained(sql, channel.watched(dryRun.undone(connection, () -> new Walk(key, statements, start).once())))
                    .map(batch -> {
                        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                        log("INFO", BackfillEstimate.of(name, key.rows(), start.rowsSeen(), this.batch, batch, millis));
                        if (batch > 0) {
                            dryRun.leaveOut("all but one batch of backfill \"" + name + "\" of "
                                    + channel.migration().version());
                        }
                        return batch;
                    });
        });
    }

    private Uni<Long> walk(BackfillKey key, String sql, BackfillSql statements, BackfillCheckpoints.Checkpoint start) {
        Walk walk = new Walk(key, statements, start);
        return Multi.createBy().repeating()
                .uni(() -> walk.throttle.pass().flatMap(free -> channel.backoff()
                        .around(explained(sql, channel.watched(Uni.createFrom().deferred(walk::batch))))))
                .whilst(more -> more)
                .onItem().ignoreAsUni()
                .flatMap(done -> channel.watched(checkpoints.finish(channel.connection(), name)))
                .map(done -> walk.at.rowsChanged());
    }

    private <T> Uni<T> explained(String sql, Uni<T> work) {
        return work.onFailure(failure -> !(failure instanceof DibsException))
                .transform(failure -> StatementException.of(failure, sql, location));
    }

    private void log(String level, String message) {
        channel.tell(new MigrationEvent.Log(channel.migration().version(), level, "dibs", message));
    }

    /** Where the walk is. Each batch depends on the one before, so one thread at a time is here. */
    private final class Walk {

        private final BackfillKey key;
        private final BackfillSql statements;
        private final ProgressMeter meter = new ProgressMeter(channel.migration().version(), name);
        private final PreparedStatements prepared = new PreparedStatements(channel.connection());
        private final BackfillThrottle throttle = new BackfillThrottle(
                look -> channel.watched(channel.connection().query(look).execute()), name, BackfillThrottle.Limits.DEFAULT,
                channel.cancellation(), text -> log("INFO", text));
        private volatile BackfillCheckpoints.Checkpoint at;
        private volatile int size = batch;

        Walk(BackfillKey key, BackfillSql statements, BackfillCheckpoints.Checkpoint at) {
            this.key = key;
            this.statements = statements;
            this.at = at;
        }

        /** @return whether there may be more */
        Uni<Boolean> batch() {
            channel.cancellation().begin(channel.connection());
            long begin = System.nanoTime();
            return inTransaction()
                    .onFailure().call(failure -> rollback())
                    .onItemOrFailure().invoke((moved, failure) -> channel.cancellation().end())
                    .map(moved -> {
                        if (moved.isEmpty()) {
                            return false;
                        }
                        at = moved.get();
                        resize(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                        channel.tell(meter.at(at.rowsSeen(), Math.max(key.rows(), at.rowsSeen())));
                        return true;
                    });
        }

        /** Changes one batch in the transaction that is open, and moves no checkpoint: how many rows it has. */
        Uni<Long> once() {
            Object[] after = at.after() == null ? new Object[0] : at.after().toArray();
            return prepared.execute(key.batchSql(at.after() == null, size), after).flatMap(found -> {
                if (found.size() == 0) {
                    return Uni.createFrom().item(0L);
                }
                Row last = found.iterator().next();
                String[] upTo = new String[key.columns().size()];
                for (int i = 0; i < upTo.length; i++) {
                    upTo[i] = last.getString(1 + i);
                }
                return changeRows(upTo, after).map(changed -> last.getLong(0));
            });
        }

        /**
         * What has no parameters of the user's travels together: a batch waits for three answers. A statement that fails keeps
         * the server from what is behind it in the same message, the COMMIT too.
         */
        private Uni<Optional<BackfillCheckpoints.Checkpoint>> inTransaction() {
            Object[] after = at.after() == null ? new Object[0] : at.after().toArray();
            int wanted = size;
            return channel.owned("BEGIN", key.fullBatchSql(at.after(), wanted)).flatMap(full -> {
                if (full.size() > 0) {
                    return change(full.iterator().next(), 0, wanted, after);
                }
                return prepared.execute(key.batchSql(at.after() == null, wanted), after).flatMap(rest -> {
                    if (rest.size() == 0) {
                        return channel.connection().query("COMMIT").execute().map(done -> Optional.empty());
                    }
                    Row last = rest.iterator().next();
                    return change(last, 1, last.getLong(0), after);
                });
            });
        }

        /**
         * @param last has the last key of the batch
         * @param first where in it the key begins
         */
        private Uni<Optional<BackfillCheckpoints.Checkpoint>> change(Row last, int first, long seen, Object[] after) {
            String[] upTo = new String[key.columns().size()];
            for (int i = 0; i < upTo.length; i++) {
                upTo[i] = last.getString(first + i);
            }
            return changeRows(upTo, after).flatMap(changed -> {
                BackfillCheckpoints.Checkpoint next = at.moved(List.of(upTo), seen, changed.rowCount());
                return channel.connection().query(checkpoints.moveSql(name, next) + "; COMMIT").execute()
                        .map(done -> Optional.of(next));
            });
        }

        private Uni<RowSet<Row>> changeRows(String[] upTo, Object[] after) {
            Object[] bounds = Arrays.copyOf(upTo, upTo.length + after.length, Object[].class);
            System.arraycopy(after, 0, bounds, upTo.length, after.length);
            return prepared.execute(after.length == 0 ? statements.first() : statements.following(), bounds);
        }

        private Uni<Void> rollback() {
            return channel.connection().query("ROLLBACK").execute().onFailure().recoverWithNull().replaceWithVoid();
        }

        private void resize(long millis) {
            if (millis > 2 * TARGET_MILLIS && size > 1) {
                size = Math.max(1, size / 2);
            } else if (millis < TARGET_MILLIS / 2 && size < batch) {
                size = Math.min(batch, size * 2);
            }
        }
    }
}
