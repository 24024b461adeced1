package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

/**
 * Readers and writers that never stop, and a reader that does not end before a change has given up its wait for it and others
 * have passed meanwhile. A change that waited without an end would have them all stand behind it, and none of it would end.
 */
class P04_LockStormTest {

    private static final int WORKERS = 6;
    private static final int PASSED = 20;
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(150);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(180);

    private static final List<String> CHANGES = List.of("ALTER TABLE t ADD COLUMN a int", "ALTER TABLE t ALTER v SET DEFAULT 1",
            "ALTER TABLE t ADD CONSTRAINT c CHECK (v >= 0) NOT VALID", "ALTER TABLE t VALIDATE CONSTRAINT c",
            "ALTER TABLE t DROP CONSTRAINT c", "CREATE INDEX i ON t (v)", "DROP INDEX i",
            "ALTER TABLE t RENAME COLUMN a TO b", "ALTER TABLE t DROP COLUMN b", "COMMENT ON TABLE t IS 'x'",
            "ALTER TABLE t SET (fillfactor = 90)", "CREATE TABLE u (t int REFERENCES t)", "DROP TABLE u");

    private final AtomicBoolean storm = new AtomicBoolean(true);
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();

    @Test
    void everyChangeComesThroughAndNobodyStandsBehindIt() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, v int DEFAULT 0)");
            fixture.database.run("INSERT INTO t (id) SELECT generate_series(1, 100)");
            List<CompletableFuture<Void>> others = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int id = i + 1;
                others.add(inThread(() -> work(fixture, id)));
            }
            others.add(inThread(() -> readLong(fixture)));
            TestMigration[] migrations = new TestMigration[CHANGES.size()];
            for (int i = 0; i < migrations.length; i++) {
                migrations[i] = TestMigration.sql(i + 1, CHANGES.get(i));
            }
            List<MigrationEvent> events;
            try {
                events = new MigrationRunner(TestDatabase.VERTX, fixture.database.url(), new HistoryTables("public"), Map.of())
                        .start(List.of(migrations), RunOptions.defaults().withLockTimeout(LOCK_TIMEOUT)).events()
                        .onItem().invoke(this::count).collect().asList().await().atMost(LONGEST_RUN);
            } finally {
                storm.set(false);
            }
            others.forEach(CompletableFuture::join);
            assertThat(RunnerFixture.summary(events).outcome()).as(events.toString()).isEqualTo(Outcome.DONE);
            assertThat(RunnerFixture.summary(events).applied()).hasSize(CHANGES.size());
            System.out.println("P04_LockStormTest: " + CHANGES.size() + " changes, " + passed + " transactions of others, "
                    + retries + " retries, " + held + " of them met the long reader and let others pass");
            assertThat(held.get()).isGreaterThan(3);
        }
    }

    private static CompletableFuture<Void> inThread(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task, "other").start());
    }

    private void count(MigrationEvent event) {
        if (event instanceof MigrationEvent.Log log && log.message().contains("attempt")) {
            retries.incrementAndGet();
        } else if (event instanceof MigrationEvent.Finished) {
            finished.incrementAndGet();
        }
    }

    private void work(RunnerFixture fixture, int id) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            while (storm.get()) {
                session.run(id % 2 == 0 ? "SELECT count(*) FROM t" : "UPDATE t SET v = v + 1 WHERE id = " + id);
                passed.incrementAndGet();
            }
        }
    }

    private void readLong(RunnerFixture fixture) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            while (storm.get()) {
                int before = retries.get();
                session.run("BEGIN");
                session.run("SELECT count(*) FROM t");
                until(() -> retries.get() > before);
                int then = passed.get();
                until(() -> passed.get() >= then + PASSED);
                held.addAndGet(storm.get() ? 1 : 0);
                int done = finished.get();
                session.run("COMMIT");
                // the change that met it comes through before the next one may
                until(() -> finished.get() > done);
            }
        }
    }

    private void until(BooleanSupplier condition) {
        while (storm.get() && !condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
