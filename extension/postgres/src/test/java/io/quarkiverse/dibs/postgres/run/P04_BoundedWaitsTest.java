package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

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
                        "client_connection_check_interval", "TimeZone")) {
                    seen.add(setting + " " + db.execute("SHOW " + setting).single().getString(0));
                }
            });
            fixture.run(options.withMissing(true), transactional ? migration : migration.withoutTransaction());
        }
        assertThat(seen).containsExactly("lock_timeout 1500ms", "statement_timeout 7s",
                "idle_in_transaction_session_timeout 10min", "client_connection_check_interval 1s", "TimeZone UTC",
                "lock_timeout 1500ms", "statement_timeout 0", "idle_in_transaction_session_timeout 10min",
                "client_connection_check_interval 1s", "TimeZone UTC");
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
            if (event instanceof MigrationEvent.Log) {
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
            if (event instanceof MigrationEvent.Log) {
                fixture.database.session().query("COMMIT").subscribe().with(released -> {
                });
            }
        }).collect().last().await().atMost(Duration.ofSeconds(60));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(calls).hasValue(1);
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
            if (event instanceof MigrationEvent.Log) {
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
