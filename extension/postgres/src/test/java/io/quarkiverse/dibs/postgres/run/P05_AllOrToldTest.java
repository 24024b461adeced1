package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.MigrationEvent;

class P05_AllOrToldTest {

    @Test
    void theRowOfTheHistoryIsWrittenInTheMigrationsOwnTransaction() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.run(TestMigration.sql(1, "CREATE TABLE t AS SELECT pg_current_xact_id() AS xid"));
            assertThat(fixture.rows("SELECT h.txid = t.xid::text::bigint, h.xmin = t.xmin FROM __dibs_migrations h, t"))
                    .containsExactly("true true");
        }
    }

    @Test
    void whatStandsOfAMigrationWithoutATransactionIsToldAndRecorded() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            TestMigration broken = TestMigration.sql(1, "CREATE TABLE a ()", "CREATE TABLE b ()", "SELECT 1/0")
                    .withoutTransaction();
            List<MigrationEvent> events = fixture.run(broken);
            assertThat(failure(events).rolledBack()).isFalse();
            assertThat(fixture.rows("SELECT state, applied_statements FROM __dibs_migrations")).containsExactly("failed 2");

            fixture.run(
                    TestMigration.sql(1, "CREATE TABLE a ()", "CREATE TABLE b ()", "CREATE TABLE c ()").withoutTransaction());
            assertThat(fixture.rows("SELECT state, applied_statements, total FROM __dibs_migrations"))
                    .containsExactly("applied 3 3");
        }
    }

    @Test
    void whatStandsMustBeTheSameWhenAMigrationGoesOn() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.run(TestMigration.sql(1, "CREATE TABLE a ()", "SELECT 1/0").withoutTransaction());
            List<MigrationEvent> events = fixture
                    .run(TestMigration.sql(1, "CREATE TABLE other ()", "SELECT 1").withoutTransaction());
            assertThat(failure(events).problem().code()).isEqualTo("DIBS-0630");
            assertThat(fixture.rows("SELECT to_regclass('other')")).containsExactly("null");
        }
    }
}
