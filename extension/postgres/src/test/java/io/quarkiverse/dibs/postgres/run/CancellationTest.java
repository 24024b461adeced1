package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;

class CancellationTest {

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
    void aRunThatIsCancelledInAStatementRollsItsMigrationBack() {
        List<MigrationEvent> events = cancelled(
                event -> event instanceof MigrationEvent.Statement statement && statement.sql().contains("pg_sleep"),
                TestMigration.sql(1, "CREATE TABLE a ()"),
                TestMigration.sql(2, "CREATE TABLE b ()", "SELECT pg_sleep(1000)"), TestMigration.sql(3, "CREATE TABLE c ()"));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(summary(events).applied()).containsExactly("1");
        assertThat(summary(events).pending()).containsExactly("2", "3");
        assertThat(failure(events).problem().category()).isEqualTo(Category.INTERRUPTED);
        assertThat(failure(events).rolledBack()).isTrue();
        assertThat(fixture.history()).containsExactly("1 applied", "2 failed");
        assertThat(fixture.rows("SELECT to_regclass('b')")).containsExactly("null");
    }

    @Test
    void noStatementBeginsAfterTheCancellation() {
        List<MigrationEvent> events = cancelled(MigrationEvent.Log.class::isInstance, TestMigration.of(1, db -> {
            db.execute("CREATE TABLE a ()");
            db.log("now");
            db.execute("CREATE TABLE b ()");
        }));
        assertThat(summary(events).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(fixture.rows("SELECT to_regclass('a')")).containsExactly("null");
    }

    @Test
    void aCancelledBackfillKeepsItsCheckpointAndGoesOnLater() {
        fixture.database.run("CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0)");
        fixture.database.run("INSERT INTO t SELECT generate_series(1, 1000)");
        TestMigration migration = TestMigration.of(1, db -> db.backfill("ones").over("t", "id").batchesOf(10)
                .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo")).withoutTransaction();
        List<MigrationEvent> events = cancelled(
                event -> event instanceof MigrationEvent.Progress progress && progress.done() == 200, migration);
        assertThat(summary(events).outcome()).isEqualTo(Outcome.CANCELLED);

        assertThat(summary(fixture.run(migration)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 1000");
    }

    private List<MigrationEvent> cancelled(Predicate<MigrationEvent> when, TestMigration... migrations) {
        MigrationRun run = fixture.start(RunOptions.defaults(), migrations);
        List<MigrationEvent> events = new ArrayList<>();
        run.events().onItem().invoke(event -> {
            events.add(event);
            if (when.test(event)) {
                run.cancel();
            }
        }).collect().last().await().atMost(Duration.ofSeconds(60));
        return events;
    }
}
