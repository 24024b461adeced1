package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlannedSegment;
import io.quarkiverse.dibs.planfile.PlannedStep;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.ApplyReport.State;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.StepLine;

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

    @Test
    void everyStatementOfAPlanEndsAppliedNotAppliedOrInDoubt() {
        for (boolean lost : new boolean[] { false, true }) {
            try (TestDatabase present = TestDatabase.of(18)) {
                present.run("CREATE TABLE t (id int)");
                PlanFile plan = planOf(present, List.of("CREATE INDEX CONCURRENTLY t_a ON public.t (id)",
                        lost ? "SELECT pg_terminate_backend(pg_backend_pid())" : "SELECT 1/0", "SELECT 3"));
                ApplyReport report = PlanFixture.apply(plan, present.url(), PlanFixture.ALL_HAZARDS);
                assertThat(report.outcome()).isEqualTo(ApplyReport.Outcome.FAILED);
                assertThat(report.statements()).as(report.toString()).extracting(ApplyReport.Statement::state).containsExactly(
                        State.APPLIED, lost ? State.IN_DOUBT : State.UNAPPLIED, State.UNAPPLIED);
                assertThat(present.text("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_a'::regclass"))
                        .isEqualTo("true");
            }
        }
    }

    @Test
    void aStatementAndItsRecordAreOneTransaction() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.run(TestMigration.sql(1, "CREATE TABLE t AS SELECT pg_current_xact_id() AS xid").withoutTransaction());
            // the record was moved on by what ended the migration; the one before it is a dead row of the same transaction
            fixture.run(RunOptions.defaults().withMissing(true),
                    TestMigration.sql(2, "CREATE TABLE u AS SELECT pg_current_xact_id() AS xid", "SELECT 1/0")
                            .withoutTransaction());
            assertThat(fixture.rows("SELECT applied_statements FROM __dibs_migrations WHERE version = '2'"))
                    .containsExactly("1");
            assertThat(fixture.rows("SELECT count(*) FROM u")).containsExactly("1");
        }
    }

    @Test
    void aTransactionThatAMigrationBeginsItselfIsLeftToIt() {
        try (RunnerFixture fixture = new RunnerFixture(18)) {
            fixture.database.run("CREATE TABLE t (id int)");
            fixture.run(TestMigration.sql(1, "INSERT INTO t VALUES (1)", "BEGIN", "INSERT INTO t VALUES (2)",
                    "INSERT INTO t VALUES (3)", "ROLLBACK", "INSERT INTO t VALUES (4)").withoutTransaction());
            assertThat(fixture.rows("SELECT id FROM t ORDER BY 1")).containsExactly("1", "4");
        }
    }

    private static PlanFile planOf(TestDatabase present, List<String> statements) {
        try (TestDatabase wanted = TestDatabase.of(18)) {
            wanted.run("CREATE TABLE t (id int); CREATE INDEX t_a ON t (id)");
            PlanFile plan = PlanFixture.plan(present.url(), wanted.url());
            PlannedStep step = plan.segments().get(0).steps().get(0);
            StepLine line = new StepLine(1, Segment.NO_TRANSACTION, statements, List.of(), List.of());
            return new PlanFile(plan.dibsVersion(), plan.from(), plan.to(), plan.serverMajor(), plan.schemas(),
                    plan.historySchema(), plan.comparesAccess(), plan.before(), plan.after(), List.of(new PlannedSegment(1,
                            false, List.of(new PlannedStep(line, step.locks(), step.scans(), step.rewrites())))),
                    plan.warnings());
        }
    }
}
