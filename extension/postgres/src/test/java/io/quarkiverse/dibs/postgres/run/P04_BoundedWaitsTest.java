package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class P04_BoundedWaitsTest {

    @Parameter
    int major;

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(major);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void everyWaitHasItsOwnBound() {
        RunOptions options = RunOptions.defaults().withLockTimeout(Duration.ofMillis(1_500))
                .withStatementTimeout(Duration.ofSeconds(7));
        List<String> seen = new ArrayList<>();
        for (boolean transactional : new boolean[] { true, false }) {
            TestMigration migration = TestMigration.of(transactional ? 1 : 2, db -> {
                for (String setting : List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout",
                        "idle_session_timeout", "client_connection_check_interval", "tcp_keepalives_idle", "TimeZone",
                        "standard_conforming_strings")) {
                    seen.add(setting + " " + db.execute("SHOW " + setting).single().getString(0));
                }
            });
            fixture.run(options.withOutOfOrder(true).withMissing(true),
                    transactional ? migration : migration.withoutTransaction());
        }
        assertThat(seen).containsExactly("lock_timeout 1500ms", "statement_timeout 7s",
                "idle_in_transaction_session_timeout 10min", "idle_session_timeout 0", "client_connection_check_interval 1s",
                "tcp_keepalives_idle 60", "TimeZone UTC", "standard_conforming_strings on",
                "lock_timeout 1500ms", "statement_timeout 0", "idle_in_transaction_session_timeout 10min",
                "idle_session_timeout 0", "client_connection_check_interval 1s", "tcp_keepalives_idle 60", "TimeZone UTC",
                "standard_conforming_strings on");
    }

    @Test
    void aWholeTransactionIsBoundedWhereTheServerCan() {
        assumeTrue(major >= 17, "Postgres " + major + " has no transaction_timeout");
        List<String> seen = new ArrayList<>();
        TestMigration show = TestMigration.of(1, db -> seen.add(db.execute("SHOW transaction_timeout").single().getString(0)));
        fixture.run(RunOptions.defaults().withStatementTimeout(Duration.ofSeconds(7)), show);
        fixture.run(RunOptions.defaults().withMissing(true),
                new TestMigration("2", show.name(), show.className(), false, "2", false, show.body()));
        assertThat(seen).containsExactly("7min", "0");

        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withMissing(true),
                TestMigration.sql(3, "CREATE TABLE t ()",
                        "SET LOCAL transaction_timeout = 0", "SET LOCAL transaction_timeout = '100ms'",
                        "SELECT pg_sleep(100)"));
        assertThat(failure(events).problem().code()).isEqualTo("DIBS-0623");
        assertThat(failure(events).rolledBack()).isTrue();
        assertThat(fixture.rows("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void whatAMigrationSetsForItsSessionDoesNotReachTheNextOne() {
        List<String> seen = new ArrayList<>();
        fixture.run(TestMigration.sql(1, "SET lock_timeout = 0", "SET statement_timeout = 0").withoutTransaction(),
                TestMigration.of(2, db -> seen.add(db.execute("SHOW lock_timeout").single().getString(0))));
        assertThat(seen).containsExactly("2s");
    }

    @Test
    void whoHoldsALockThatIsNotGotInTimeIsNamed() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("SET application_name = 'a report'");
        fixture.database.run("BEGIN");
        fixture.database.run("LOCK TABLE t");
        MigrationRun run = fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofMillis(400)),
                TestMigration.sql(1, "ALTER TABLE t ADD COLUMN x int"));
        List<MigrationEvent> events = run.events().onItem().invoke(event -> {
            if (event instanceof MigrationEvent.Log log && log.message().contains("attempt 2")) {
                run.cancel();
            }
        }).collect().asList().await().atMost(Duration.ofSeconds(60));
        String holder = "process " + fixture.database.session().connection().processId() + ", a report, user postgres";
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("waits for a lock on t behind " + holder));
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("attempt 2 of 10")
                .contains("it is held by " + holder));
    }

    @Test
    void theLastOfTenTriesNamesTheHolderToo() {
        List<Long> waits = new ArrayList<>();
        StatementException failure = StatementException.of(new io.vertx.pgclient.PgException("canceling statement due to lock"
                + " timeout", "ERROR", "55P03", null), "ALTER TABLE t", java.util.Optional.empty())
                .blockedBy(java.util.Optional.of("process 7, psql"));
        Backoff backoff = new Backoff(new Cancellation(io.quarkiverse.dibs.postgres.TestDatabase.VERTX), text -> {
        });
        for (int attempt = 1; attempt < Backoff.ATTEMPTS; attempt++) {
            assertThat(backoff.goesOn(attempt, failure)).isTrue();
            waits.add(backoff.wait(attempt, failure).toMillis());
        }
        assertThat(backoff.goesOn(Backoff.ATTEMPTS, failure)).isFalse();
        assertThat(failure.problem().message()).endsWith("it is held by process 7, psql");
        assertThat(waits).hasSize(9).allMatch(wait -> wait >= 250 && wait <= 30_000);
        assertThat(waits.get(8)).isGreaterThanOrEqualTo(15_000);
    }

    @Test
    void aLockThatIsNotFreeIsTriedAgainWithTheWholeMigration() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("BEGIN");
        fixture.database.run("LOCK TABLE t");
        AtomicInteger attempts = new AtomicInteger();
        List<MigrationEvent> events = new ArrayList<>();
        fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofMillis(50)), TestMigration.of(1, db -> {
            attempts.incrementAndGet();
            db.execute("CREATE TABLE u ()");
            db.execute("ALTER TABLE t ADD COLUMN x int");
        })).events().onItem().invoke(event -> {
            events.add(event);
            if (event instanceof MigrationEvent.Log log && log.message().contains("attempt")) {
                fixture.database.session().query("COMMIT").subscribe().with(released -> {
                });
            }
        }).collect().last().await().atMost(Duration.ofSeconds(60));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(attempts).hasValueGreaterThan(1);
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("canceling statement due to lock timeout",
                "attempt 1 of 10"));
        assertThat(fixture.history()).containsExactly("1 applied");
    }

    @Test
    void aStatementThatStandsAloneIsTriedAgainAlone() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("BEGIN");
        fixture.database.run("LOCK TABLE t IN ACCESS SHARE MODE");
        AtomicInteger calls = new AtomicInteger();
        List<MigrationEvent> events = new ArrayList<>();
        fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofMillis(50)), TestMigration.of(1, db -> {
            calls.incrementAndGet();
            db.execute("ALTER TABLE t ADD COLUMN x int");
            db.execute("CREATE INDEX CONCURRENTLY t_x ON t (x)");
        }).withoutTransaction()).events().onItem().invoke(event -> {
            events.add(event);
            if (event instanceof MigrationEvent.Log log && log.message().contains("attempt")) {
                fixture.database.session().query("COMMIT").subscribe().with(released -> {
                });
            }
        }).collect().last().await().atMost(Duration.ofSeconds(60));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aLongPauseBetweenTwoAttemptsIsNoLostConnection() {
        fixture.database.run("CREATE TABLE t (id int)");
        fixture.database.run("BEGIN");
        fixture.database.run("LOCK TABLE t IN SHARE MODE");
        List<MigrationEvent> events = new ArrayList<>();
        // a backend that does nothing for a second counts as lost here, and the fourth pause is of two at least
        fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofMillis(50)), TestMigration
                .sql(1, "CREATE INDEX CONCURRENTLY t_id ON t (id)").withoutTransaction()).events().onItem().invoke(event -> {
                    events.add(event);
                    if (event instanceof MigrationEvent.Log log && log.message().contains("attempt 4 of 10")) {
                        fixture.database.session().query("COMMIT").subscribe().with(released -> {
                        });
                    }
                }).collect().last().await().atMost(Duration.ofSeconds(60));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("attempt 4 of 10"));
    }

    @Test
    void aDetachmentThatWasInterruptedWhileItWaitedIsFinished() {
        fixture.database.run("CREATE TABLE t (id int) PARTITION BY RANGE (id)");
        fixture.database.run("CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10)");
        fixture.database.run("BEGIN");
        fixture.database.run("SELECT * FROM t");
        List<MigrationEvent> events = new ArrayList<>();
        fixture.start(RunOptions.defaults().withLockTimeout(Duration.ofMillis(50)), TestMigration.of(1, db -> {
            db.execute("ALTER TABLE public.t DETACH PARTITION public.t_1 CONCURRENTLY");
            db.execute("ALTER TABLE public.t_1 ADD COLUMN x int");
        }).withoutTransaction()).events().onItem().invoke(event -> {
            events.add(event);
            if (event instanceof MigrationEvent.Log log && log.message().contains("attempt")) {
                fixture.database.session().query("COMMIT").subscribe().with(released -> {
                });
            }
        }).collect().last().await().atMost(Duration.ofSeconds(60));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(logs(events)).anySatisfy(log -> assertThat(log).contains("attempt 1 of 10"));
        assertThat(fixture.database.text("SELECT count(*) FROM pg_inherits WHERE inhparent = 't'::regclass")).isEqualTo("0");
    }

    @Test
    void aStatementThatTakesTooLongIsEndedWithAWayOut() {
        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withStatementTimeout(Duration.ofMillis(100)),
                TestMigration.sql(1, "SELECT pg_sleep(100)"));
        assertThat(failure(events).problem().sqlState()).contains("57014");
        assertThat(failure(events).problem().remedy().orElseThrow()).contains("SET LOCAL statement_timeout");
    }
}
