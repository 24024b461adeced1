package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.spi.MigrationInvoker;

class StatusTest {

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(15);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    @Test
    void anAppliedMigrationSaysWhenHowLongByWhomAndWithWhichDibs() {
        TestMigration one = TestMigration.sql(1, "CREATE TABLE a ()");
        fixture.run(one);
        MigrationRow row = status(one).get(0);
        assertThat(row.state()).isEqualTo(State.APPLIED);
        assertThat(row.when().orElseThrow().toString())
                .startsWith(fixture.database.text("SELECT to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS')"
                        + " FROM __dibs_migrations"));
        assertThat(row.durationMillis()).isPresent();
        assertThat(row.byWhom()).contains(fixture.database.text("SELECT current_user"));
        assertThat(row.dibsVersion()).contains(fixture.database.text("SELECT dibs_version FROM __dibs_migrations"));
    }

    @Test
    void whatTheDatabaseHasAndTheCodeHasNotIsMissingOrOfTheFuture() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"), TestMigration.sql(3, "SELECT 1"));
        assertThat(status(TestMigration.sql(2, "SELECT 1"))).extracting(MigrationRow::state)
                .containsExactly(State.MISSING, State.APPLIED, State.FUTURE);
    }

    @Test
    void aMigrationIsInDoubtOnlyWhenNobodyIsAtIt() {
        TestMigration one = TestMigration.sql(1, "SELECT 1").withoutTransaction();
        fixture.run(one);
        fixture.database.run("UPDATE __dibs_migrations SET state = 'running', finished_at = NULL");
        assertThat(status(one).get(0).state()).isEqualTo(State.IN_DOUBT);

        try (PgSession runner = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            runner.run("SELECT pg_advisory_lock(" + new HistoryTables("public").lockKey() + ")");
            MigrationRow row = status(one).get(0);
            assertThat(row.state()).isEqualTo(State.PENDING);
            assertThat(row.note()).contains("is being run by process " + runner.connection().processId());
            assertThat(status().get(0).state()).isEqualTo(State.PENDING);
        }
    }

    private List<MigrationRow> status(MigrationInvoker... code) {
        return new StatusOperation(fixture.context(code)).run().migrations();
    }
}
