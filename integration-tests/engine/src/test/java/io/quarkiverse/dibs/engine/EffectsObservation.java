package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * What a statement that cannot run in a transaction does, seen by others. Each table is held by a transaction of its own that
 * writes to it and has a snapshot. Whenever the statement waits, the locks it has and asks for are noted, and whom it waits for
 * gives way. Nothing depends on the clock: it waits until somebody gives way, and nobody gives way before it waits. What it
 * locks
 * when nobody can be in its way any more, as DROP INDEX the index that is dead by then, is not seen.
 */
final class EffectsObservation implements AutoCloseable {

    private final PgSession owner;
    private final PgSession watcher;
    private final String oids;

    /** Of all relations of users that are there now. */
    EffectsObservation(PgSession owner) {
        this.owner = owner;
        this.oids = MeasuredRelations.oids(owner);
        this.watcher = another();
        watcher.run("""
                CREATE SCHEMA IF NOT EXISTS watch;
                CREATE TABLE IF NOT EXISTS watch.mark AS SELECT 1""");
    }

    EffectsFacts of(String statement) {
        Map<Integer, PgSession> holders = new TreeMap<>();
        SortedMap<Long, LockMode> locks = new TreeMap<>();
        try {
            countWhatEnded(0);
            MeasuredRelations before = MeasuredRelations.read(watcher, oids, MeasuredRelations.EVER);
            hold(holders);
            int pid;
            try (PgSession worker = another()) {
                pid = pid(worker);
                CompletableFuture<RowSet<Row>> end = worker.query(statement).subscribeAsCompletionStage();
                while (!end.isDone()) {
                    List<PgSession> inTheWay = inTheWayOf(pid, holders);
                    if (!inTheWay.isEmpty()) {
                        MeasuredRelations.addLocks(watcher, String.valueOf(pid), locks);
                    }
                    inTheWay.forEach(holder -> holder.run("COMMIT"));
                }
                end.join();
            }
            countWhatEnded(pid);
            return before.until(MeasuredRelations.read(watcher, oids, MeasuredRelations.EVER), locks);
        } finally {
            holders.values().forEach(PgSession::close);
        }
    }

    /** The snapshots are taken first and kept; the locks keep no reader and no writer waiting. */
    private void hold(Map<Integer, PgSession> holders) {
        for (Row table : watcher.run("""
                SELECT o.oid::regclass::text FROM unnest('%s'::oid[]) o (oid) JOIN pg_class c ON c.oid = o.oid
                WHERE c.relkind IN ('r', 'p') ORDER BY 1""".formatted(oids))) {
            PgSession holder = another();
            holders.put(pid(holder), holder);
            holder.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
            holder.run("LOCK TABLE ONLY " + table.getString(0) + " IN ROW EXCLUSIVE MODE");
            holder.run("SELECT 1");
        }
    }

    private List<PgSession> inTheWayOf(int pid, Map<Integer, PgSession> holders) {
        List<PgSession> inTheWay = new ArrayList<>();
        for (Row row : watcher.run("SELECT unnest(pg_blocking_pids(" + pid + "))")) {
            PgSession holder = holders.get(row.getInteger(0));
            if (holder != null) {
                inTheWay.add(holder);
            }
        }
        return inTheWay;
    }

    /**
     * Rows that were read are counted for others when a session ends, at the latest; one that reads a row says when that is.
     */
    private void countWhatEnded(int pid) {
        if (owner.majorVersion() >= 15) {
            owner.run("SELECT pg_stat_force_next_flush()");
        }
        while (watcher.run("SELECT FROM pg_stat_activity WHERE pid = " + pid).size() > 0) {
            Thread.onSpinWait();
        }
        long before = marked();
        try (PgSession marker = another()) {
            marker.run("SELECT * FROM watch.mark");
        }
        while (marked() == before) {
            Thread.onSpinWait();
        }
    }

    private long marked() {
        return watcher.run("SELECT pg_stat_get_tuples_returned('watch.mark'::regclass)").iterator().next().getLong(0);
    }

    private static int pid(PgSession session) {
        return session.run("SELECT pg_backend_pid()").iterator().next().getInteger(0);
    }

    private PgSession another() {
        return owner.another(PgSession.ONE_BY_ONE).await().indefinitely();
    }

    @Override
    public void close() {
        watcher.close();
    }
}
