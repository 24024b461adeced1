package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/**
 * Readers and writers that never stop, and a reader that holds its lock for long, while every kind of change is made. The
 * changes come through in the end, and nobody has stood behind one of them for much longer than it may wait for its lock.
 */
class P04_LockStormTest {

    private static final int WORKERS = 6;
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(150);
    /** Of a machine that does other things too; it is compared with waits that would last until the long reader ends. */
    private static final long SLACK_MILLIS = 2_000;

    private static final List<String> CHANGES = List.of("ALTER TABLE t ADD COLUMN a int", "ALTER TABLE t ALTER v SET DEFAULT 1",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (v >= 0) NOT VALID", "ALTER TABLE t VALIDATE CONSTRAINT c",
            "ALTER TABLE t DROP CONSTRAINT c", "CREATE INDEX i ON t (v)", "DROP INDEX i",
            "ALTER TABLE t RENAME COLUMN a TO b", "ALTER TABLE t DROP COLUMN b", "COMMENT ON TABLE t IS 'x'",
            "ALTER TABLE t SET (fillfactor = 90)", "CREATE TABLE u (t int REFERENCES t)", "DROP TABLE u");

    @Test
    void everyChangeComesThroughAndNobodyStandsBehindIt() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, v int DEFAULT 0)");
            fixture.database.run("INSERT INTO t (id) SELECT generate_series(1, 100)");
            AtomicBoolean storm = new AtomicBoolean(true);
            AtomicInteger done = new AtomicInteger();
            List<CompletableFuture<Long>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int id = i + 1;
                workers.add(CompletableFuture.supplyAsync(() -> work(fixture, id, storm, done),
                        work -> new Thread(work, "worker").start()));
            }
            CompletableFuture<Void> longReader = CompletableFuture.runAsync(() -> readLong(fixture, storm),
                    work -> new Thread(work, "long-reader").start());
            TestMigration[] migrations = new TestMigration[CHANGES.size()];
            for (int i = 0; i < migrations.length; i++) {
                migrations[i] = TestMigration.sql(i + 1, CHANGES.get(i));
            }
            List<MigrationEvent> events = new MigrationRunner(TestDatabase.VERTX, fixture.database.url(),
                    new HistoryTables("public"), Map.of())
                    .start(List.of(migrations), RunOptions.defaults().withLockTimeout(LOCK_TIMEOUT)).events().collect()
                    .asList().await().atMost(Duration.ofSeconds(180));
            storm.set(false);
            long longest = workers.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
            longReader.join();
            assertThat(RunnerFixture.summary(events).outcome()).as(events.toString()).isEqualTo(Outcome.DONE);
            assertThat(RunnerFixture.summary(events).applied()).hasSize(CHANGES.size());
            System.out.println("P04_LockStormTest: " + CHANGES.size() + " changes, " + done + " transactions of others, the"
                    + " slowest " + longest + " ms, " + RunnerFixture.logs(events).stream()
                            .filter(text -> text.contains("attempt")).count()
                    + " retries");
            assertThat(done.get()).isGreaterThan(100);
            assertThat(longest).isLessThan(LOCK_TIMEOUT.toMillis() + SLACK_MILLIS);
        }
    }

    /** @return how long the slowest took, in milliseconds */
    private static long work(RunnerFixture fixture, int id, AtomicBoolean storm, AtomicInteger done) {
        long slowest = 0;
        try (PgSession session = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            while (storm.get()) {
                long begin = System.nanoTime();
                session.run(id % 2 == 0 ? "SELECT count(*) FROM t" : "UPDATE t SET v = v + 1 WHERE id = " + id);
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
                done.incrementAndGet();
            }
        }
        return slowest;
    }

    /** Longer than a change may wait, again and again. */
    private static void readLong(RunnerFixture fixture, AtomicBoolean storm) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            while (storm.get()) {
                session.run("BEGIN");
                session.run("SELECT count(*) FROM t");
                session.run("SELECT pg_sleep(0.4)");
                session.run("COMMIT");
                session.run("SELECT pg_sleep(0.2)");
            }
        }
    }
}
