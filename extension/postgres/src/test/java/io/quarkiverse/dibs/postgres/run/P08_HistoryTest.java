package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;

class P08_HistoryTest {

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(18);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void aRowSaysWhatWasDoneByWhomAndWhen() {
        fixture.run(RunOptions.defaults().withApplicationVersion("1.2"), TestMigration.sql(1, "SELECT 1", "SELECT 2"),
                TestMigration.sql(2, "SELECT 3").withoutTransaction());
        assertThat(fixture.rows("SELECT version, name, checksum, state, applied_statements, total, app_version, db_user,"
                + " transactional, dibs_version <> '', txid IS NOT NULL OR NOT transactional, error"
                + " FROM __dibs_migrations ORDER BY rank"))
                .containsExactly("1 Step1 checksum-1 applied 2 2 1.2 postgres true true true null",
                        "2 Step2 checksum-2 applied 1 1 1.2 postgres false true true null");
        assertThat(fixture.rows("SELECT count(DISTINCT run_id) FROM __dibs_migrations")).containsExactly("1");
        // by the server's clock
        assertThat(fixture.rows("SELECT count(*) FROM __dibs_migrations WHERE started_at <= finished_at AND duration_ms >= 0"
                + " AND finished_at BETWEEN clock_timestamp() - interval '5 min' AND clock_timestamp()")).containsExactly("2");
    }

    @Test
    void theOrderDoesNotDependOnClocks() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"));
        // as if the server's clock had been a day ahead until now
        fixture.database.run("UPDATE __dibs_migrations SET started_at = started_at + interval '1 day',"
                + " finished_at = finished_at + interval '1 day'");
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"), TestMigration.sql(3, "SELECT 1"));
        assertThat(fixture.history()).containsExactly("1 applied", "2 applied", "3 applied");
        assertThat(fixture.rows("SELECT bool_and(finished_at < now() + interval '1 hour') FROM __dibs_migrations"
                + " WHERE version = '3'")).containsExactly("true");
    }

    @Test
    void aMigrationMayFreeWhatTheSessionHasPrepared() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "DEALLOCATE ALL"),
                TestMigration.sql(3, "SELECT 1"), TestMigration.sql(4, "DISCARD PLANS", "DEALLOCATE ALL").withoutTransaction(),
                TestMigration.sql(5, "SELECT 1"));
        assertThat(fixture.history()).containsExactly("1 applied", "2 applied", "3 applied", "4 applied", "5 applied");
    }

    @Test
    void aFailureIsARowToo() {
        fixture.run(TestMigration.sql(1, "SELECT 1/0"));
        assertThat(fixture.rows("SELECT state, error FROM __dibs_migrations")).containsExactly("failed division by zero");
        fixture.run(TestMigration.sql(1, "SELECT 1"));
        assertThat(fixture.rows("SELECT state, error FROM __dibs_migrations")).containsExactly("applied null");
    }

    @Test
    void whatASourceBecameIsTold() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(3, "SELECT 1"));
        var events = fixture.run(RunOptions.defaults().withOutOfOrder(true),
                TestMigration.sql(1, "SELECT 1").withChecksum("another"), TestMigration.sql(2, "SELECT 1"));
        assertThat(RunnerFixture.summary(events).warnings()).anyMatch(text -> text.contains("changed"))
                .anyMatch(text -> text.startsWith("3 "));
        assertThat(fixture.history()).containsExactly("1 applied", "3 applied", "2 applied");
    }

    @Test
    void theTablesAreMadeUnderTheLockHoweverManyRunnersComeAtOnce() {
        List<MigrationRun> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(fixture.start(RunOptions.defaults(), TestMigration.sql(1, "SELECT 1")));
        }
        for (MigrationRun run : runs) {
            assertThat(RunnerFixture.summary(RunnerFixture.collect(run)).outcome())
                    .isEqualTo(io.quarkiverse.dibs.report.MigrationEvent.Outcome.DONE);
        }
    }

    @Test
    void aRowThatSomebodyHasLockedIsWaitedForAndTheStatementIsNotRunTwice() {
        fixture.database.run("CREATE TABLE once (id int)");
        fixture.run(TestMigration.sql(1, "SELECT 1/0").withoutTransaction());
        try (PgSession other = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            MigrationRun run = fixture.start(RunOptions.defaults().withLockTimeout(java.time.Duration.ofMillis(100)),
                    TestMigration.of(1, db -> {
                        other.run("BEGIN");
                        other.run("SELECT * FROM __dibs_migrations FOR UPDATE");
                        db.execute("INSERT INTO once VALUES (1)");
                    }).withoutTransaction());
            var events = run.events().onItem().invoke(event -> {
                if (event instanceof io.quarkiverse.dibs.report.MigrationEvent.Log log
                        && log.message().contains("attempt 1")) {
                    other.query("COMMIT").subscribe().with(done -> {
                    });
                }
            }).collect().asList().await().atMost(java.time.Duration.ofSeconds(60));
            assertThat(RunnerFixture.logs(events)).anyMatch(text -> text.contains("attempt 1"));
        }
        assertThat(fixture.rows("SELECT id FROM once")).containsExactly("1");
        assertThat(fixture.history()).containsExactly("1 applied");
    }
}
