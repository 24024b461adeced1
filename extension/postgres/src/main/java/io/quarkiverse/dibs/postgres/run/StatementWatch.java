package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Looks, over a connection of its own, at what a statement is doing that takes long: how far an index build is, and whose lock
 * it waits for. It stands between a run and whoever listens, and is an aid only: what it cannot see it leaves out. Its queries
 * are over at once, so that no index build waits for their snapshot.
 *
 * @see <a href="https://www.postgresql.org/docs/current/progress-reporting.html">Progress reporting</a>
 */
final class StatementWatch implements Consumer<MigrationEvent>, AutoCloseable {

    private static final long EVERY_MILLIS = 1_000;
    /** An unchanged picture is told again this often. */
    private static final long REPEAT_NANOS = Duration.ofSeconds(30).toNanos();

    private static final String LOOK = """
            SELECT p.phase, p.index, p.done, p.total, (
                SELECT pg_catalog.string_agg(pg_catalog.concat_ws(', ', 'process ' || a.pid, nullif(a.application_name, ''),
                           coalesce(host(a.client_addr), 'local'), 'user ' || a.usename), '; ' ORDER BY a.pid)
                FROM pg_catalog.pg_stat_activity a
                WHERE a.pid = ANY (pg_catalog.pg_blocking_pids($1::integer) || coalesce(p.locker, 0)))
            FROM (SELECT 1) one LEFT JOIN (
                SELECT phase, current_locker_pid::integer AS locker, index_relid::regclass::text AS index,
                       CASE WHEN phase LIKE 'waiting%' THEN lockers_done WHEN blocks_total > 0 THEN blocks_done
                           ELSE tuples_done END AS done,
                       CASE WHEN phase LIKE 'waiting%' THEN lockers_total WHEN blocks_total > 0 THEN blocks_total
                           ELSE tuples_total END AS total
                FROM pg_catalog.pg_stat_progress_create_index
                WHERE pid = $1::integer
            ) p ON true
            """;

    private final Vertx vertx;
    private final String url;
    private final Consumer<? super MigrationEvent> listener;
    private final long timer;
    private PgSession session;
    private boolean looking;
    private boolean closed;
    private int process;
    private MigrationEvent.Statement current;
    private long begun;
    private String told = "";
    private long toldDone;
    private long toldAt;

    StatementWatch(Vertx vertx, String url, Consumer<? super MigrationEvent> listener) {
        this.vertx = vertx;
        this.url = url;
        this.listener = listener;
        this.timer = vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    }

    /** From now on the statements are run by this process of the server. */
    synchronized void process(int pid) {
        process = pid;
    }

    /** Holds no lock while it tells: a listener that asks the server would wait for a client that waits for the lock. */
    @Override
    public void accept(MigrationEvent event) {
        note(event);
        listener.accept(event);
    }

    private synchronized void note(MigrationEvent event) {
        if (event instanceof MigrationEvent.Statement statement) {
            current = statement.done() ? null : statement;
            begun = System.nanoTime();
            told = "";
        } else if (event instanceof MigrationEvent.Finished || event instanceof MigrationEvent.Failed
                || event instanceof MigrationEvent.Summary) {
            current = null;
        }
    }

    private synchronized void look() {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        if (closed || looking || current == null || millis < EVERY_MILLIS) {
            return;
        }
        looking = true;
        MigrationEvent.Statement statement = current;
        connected().flatMap(open -> open.connection().preparedQuery(LOOK).execute(Tuple.of(process)))
                .subscribe().with(rows -> seen(statement, rows.iterator().next()), failure -> looked());
    }

    private Uni<PgSession> connected() {
        return session != null ? Uni.createFrom().item(session)
                : PgSession.connect(vertx, url, PgSession.ONE_BY_ONE).invoke(this::opened);
    }

    private synchronized void opened(PgSession connected) {
        // a server that goes away is noticed by the run
        connected.connection().exceptionHandler(lost -> {
        });
        session = connected;
        if (closed) {
            connected.connection().closeAndForget();
        }
    }

    private synchronized void looked() {
        looking = false;
    }

    private void seen(MigrationEvent.Statement statement, Row row) {
        news(statement, row).ifPresent(listener);
    }

    private synchronized Optional<MigrationEvent> news(MigrationEvent.Statement statement, Row row) {
        looking = false;
        if (statement != current) {
            return Optional.empty();
        }
        String holders = row.getString(4) == null ? "" : row.getString(4);
        if (row.getString(0) != null) {
            String label = row.getString(1) + ": " + row.getString(0) + (holders.isEmpty() ? "" : " (" + holders + ")");
            long done = row.getLong(2) == null ? 0 : row.getLong(2);
            long total = row.getLong(3) == null ? 0 : row.getLong(3);
            return isNews(label, done, total)
                    ? Optional.of(new MigrationEvent.Progress(statement.version(), label, done, total, 0, OptionalLong.empty()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Another picture, or one percent more. */
    private boolean isNews(String label, long done, long total) {
        long now = System.nanoTime();
        boolean news = !label.equals(told) || done - toldDone > total / 100 || now - toldAt > REPEAT_NANOS;
        if (news) {
            told = label;
            toldDone = done;
            toldAt = now;
        }
        return news;
    }

    @Override
    public synchronized void close() {
        closed = true;
        vertx.cancelTimer(timer);
        if (session != null) {
            session.connection().closeAndForget();
        }
    }
}
