package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.logs;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

class P14_ThrottleTest {

    @Test
    void aBackfillPausesWhileOthersQueueForLocksAndThenGoesOn() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0)");
            fixture.database.run("INSERT INTO t SELECT generate_series(1, 20)");
            fixture.database.run("CREATE TABLE other ()");
            fixture.database.run("BEGIN");
            fixture.database.run("LOCK TABLE other");
            List<PgSession> queue = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                PgSession waiting = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE);
                queue.add(waiting);
                waiting.query("SELECT * FROM other").subscribe().with(read -> {
                });
            }
            while (!fixture.rows("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock'").equals(List.of("3"))) {
                Thread.onSpinWait();
            }
            List<MigrationEvent> events = fixture.start(RunOptions.defaults(),
                    TestMigration.of(1, db -> db.backfill("b").over("t", "id").batchesOf(5)
                            .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo")).withoutTransaction())
                    .events().onItem().invoke(event -> {
                        if (event instanceof MigrationEvent.Log log && log.message().contains("pauses")) {
                            fixture.database.session().query("COMMIT").subscribe().with(freed -> {
                            });
                        }
                    }).collect().asList().await().atMost(Duration.ofSeconds(60));
            assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
            assertThat(logs(events)).containsSubsequence("backfill \"b\" pauses: 3 sessions wait for locks",
                    "backfill \"b\" goes on");
            assertThat(fixture.rows("SELECT sum(n) FROM t")).containsExactly("20");
            queue.forEach(PgSession::close);
        }
    }

    @Test
    void whatIsTooMuchIsNamed() {
        BackfillThrottle.Limits limits = BackfillThrottle.Limits.DEFAULT;
        assertThat(limits.exceededBy(2, 9, 100)).isEmpty();
        assertThat(limits.exceededBy(3, 0, 0)).contains("3 sessions wait for locks");
        assertThat(limits.exceededBy(0, 11, 0)).contains("a replica is 11 s behind");
        assertThat(limits.exceededBy(0, 0, 600L << 20)).contains("a replica is 600 MB behind");
    }

    @Test
    void aBackfillThatMayNotGoOnForTooLongGivesUpAndKeepsWhatIsDone() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            BackfillThrottle throttle = new BackfillThrottle(sql -> fixture.database.session().query(sql), "b",
                    new BackfillThrottle.Limits(0, 10, 10, Duration.ZERO), new Cancellation(TestDatabase.VERTX), text -> {
                    });
            assertThatThrownBy(() -> throttle.pass().await().atMost(Duration.ofSeconds(30)))
                    .hasMessageContaining("DIBS-0645").hasMessageContaining("0 sessions wait for locks");
        }
    }
}
