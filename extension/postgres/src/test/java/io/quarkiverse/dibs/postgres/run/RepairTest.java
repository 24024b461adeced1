package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.postgres.operation.RepairOperation;
import io.quarkiverse.dibs.postgres.operation.RepairRequest;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.HistoryRow.Action;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class RepairTest {

    private static final RepairRequest NOTHING_NAMED = new RepairRequest(Set.of(), Set.of(), Set.of());

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
    void aHistoryThatIsTrueNeedsNothing() {
        TestMigration one = TestMigration.sql(1, "CREATE TABLE a ()");
        assertThat(told(NOTHING_NAMED, one).actions()).isEmpty();
        fixture.run(one);
        RepairReport report = told(NOTHING_NAMED, one, TestMigration.sql(2, "SELECT 1"));
        assertThat(report.actions()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void aChangedSourceIsAcceptedWhenAgreedToAndLogged() {
        fixture.run(TestMigration.sql(1, "CREATE TABLE a ()"));
        TestMigration changed = TestMigration.sql(1, "CREATE TABLE a ()").withChecksum("other");

        RepairReport told = told(NOTHING_NAMED, changed);
        assertThat(told.actions()).extracting(RepairAction::id).containsExactly("accept-change:1");
        assertThat(states(changed)).containsExactly(State.CHANGED);

        RepairReport done = repair(NOTHING_NAMED, changed);
        assertThat(done.waits()).isFalse();
        assertThat(states(changed)).containsExactly(State.APPLIED);
        assertThat(fixture.rows("SELECT checksum FROM __dibs_migrations")).containsExactly("other");
        HistoryRow row = last();
        assertThat(row.action()).isEqualTo(Action.REPAIRED);
        assertThat(row.note()).contains("another source");
        assertThat(row.byWhom()).isEqualTo(fixture.database.text("SELECT current_user"));
        assertThat(row.runId().toString()).isNotEqualTo(fixture.database.text("SELECT run_id FROM __dibs_migrations"));
    }

    @Test
    void theRowOfAMissingMigrationGoesAndWhatItDidStays() {
        fixture.run(TestMigration.sql(1, "CREATE TABLE a ()"), TestMigration.sql(2, "SELECT 1"),
                TestMigration.sql(3, "SELECT 1"));
        TestMigration two = TestMigration.sql(2, "SELECT 1");
        assertThat(repair(NOTHING_NAMED, two).actions()).extracting(RepairAction::id).containsExactly("remove-missing:1");
        // the third is of newer code, which is nothing to repair
        assertThat(fixture.history()).containsExactly("2 applied", "3 applied");
        assertThat(fixture.rows("SELECT to_regclass('a')")).containsExactly("a");
    }

    @Test
    void onlyWhatIsAgreedToIsDone() {
        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1"));
        TestMigration changed = TestMigration.sql(2, "SELECT 1").withChecksum("other");
        RepairReport report = new RepairOperation(fixture.context(changed))
                .run(NOTHING_NAMED.agreeing(Set.of("remove-missing:1", "forget-attempt:2")), RunOptions.defaults());
        assertThat(report.actions()).extracting(RepairAction::id, RepairAction::done).containsExactly(
                org.assertj.core.groups.Tuple.tuple("remove-missing:1", true),
                org.assertj.core.groups.Tuple.tuple("accept-change:2", false));
        assertThat(states(changed)).containsExactly(State.CHANGED);
    }

    @Test
    void aFailedTransactionIsForgotten() {
        TestMigration failing = TestMigration.sql(1, "CREATE TABLE half ()", "SELECT 1/0");
        fixture.run(failing);
        RepairReport report = repair(NOTHING_NAMED, failing);
        assertThat(report.actions()).extracting(RepairAction::id).containsExactly("forget-attempt:1");
        assertThat(report.actions().get(0).what()).contains("rolled back", "nothing of it stands", "pending again");
        assertThat(states(failing)).containsExactly(State.PENDING);
        // also when the code has given it up
        fixture.run(failing);
        repair(NOTHING_NAMED);
        assertThat(fixture.history()).isEmpty();
    }

    @Test
    void aTransactionThatAMigrationEndedItselfMayStand() {
        TestMigration committing = TestMigration.sql(1, "CREATE TABLE t ()", "COMMIT", "SELECT 1");
        fixture.run(committing);
        RepairReport report = told(NOTHING_NAMED, committing);
        assertThat(report.actions()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("3 statements", "--applied 1", "--pending 1");
    }

    @Test
    void anInterruptedMigrationOfWhichNothingStandsIsForgotten() {
        TestMigration migration = TestMigration.sql(1, "SELECT 1").withoutTransaction();
        fixture.run(migration);
        interrupted("0");
        assertThat(repair(NOTHING_NAMED, migration).actions()).extracting(RepairAction::id)
                .containsExactly("forget-attempt:1");
        assertThat(states(migration)).containsExactly(State.PENDING);
    }

    @Test
    void anInterruptedMigrationOfWhichSomethingStandsIsSettledByHandOnly() {
        fixture.database.run("CREATE TABLE t (id int)");
        TestMigration migration = TestMigration.sql(1, "CREATE INDEX CONCURRENTLY t_id ON t (id)",
                "ALTER TABLE t ADD COLUMN name text").withoutTransaction();
        fixture.run(migration);
        interrupted("1");

        RepairReport report = told(NOTHING_NAMED, migration);
        assertThat(report.actions()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("1 statement", "index public.t_id",
                "column public.t.name", "dibs migrate goes on", "--applied 1").doesNotContain("__dibs_", "t.id,");

        repair(new RepairRequest(Set.of("01"), Set.of(), Set.of()), migration);
        assertThat(states(migration)).containsExactly(State.APPLIED);
        interrupted("1");
        repair(new RepairRequest(Set.of(), Set.of("1"), Set.of()), migration);
        assertThat(states(migration)).containsExactly(State.PENDING);
        assertThat(fixture.rows("SELECT to_regclass('t_id')")).containsExactly("t_id");
    }

    @Test
    void checkpointsOfAForgottenBackfillGoToo() {
        fixture.database.run("CREATE TABLE t AS SELECT id, 0 AS n FROM generate_series(1, 10) id");
        fixture.database.run("ALTER TABLE t ADD PRIMARY KEY (id)");
        TestMigration backfill = TestMigration.of(1, db -> db.backfill("ones").over("t", "id").batchesOf(5)
                .run("UPDATE t SET n = n + 1 WHERE id > :after AND id <= :upTo")).withoutTransaction();
        fixture.run(backfill);
        interrupted("0");
        assertThat(told(NOTHING_NAMED, backfill).notes()).singleElement().asString().contains("the backfill \"ones\"");
        repair(new RepairRequest(Set.of(), Set.of("1"), Set.of()), backfill);
        assertThat(summary(fixture.run(backfill)).applied()).containsExactly("1");
        assertThat(fixture.rows("SELECT DISTINCT n FROM t")).containsExactly("2");
    }

    @Test
    void whatIsBeingRunIsLeftAlone() {
        TestMigration migration = TestMigration.sql(1, "SELECT 1").withoutTransaction();
        fixture.run(migration);
        interrupted("0");
        try (PgSession runner = PgSession.open(TestDatabase.VERTX, fixture.database.url(), PgSession.ONE_BY_ONE)) {
            runner.run("SELECT pg_advisory_lock(" + new HistoryTables("public").lockKey() + ")");
            assertThat(told(NOTHING_NAMED, migration).actions()).isEmpty();
            assertThatThrownBy(() -> new RepairOperation(fixture.context(migration)).run(
                    NOTHING_NAMED.agreeing(Set.of("forget-attempt:1")),
                    RunOptions.defaults().withLockWait(java.time.Duration.ZERO))).hasMessageContaining("DIBS-0610");
        }
        assertThat(fixture.history()).containsExactly("1 running");
    }

    @Test
    void aVersionThatNeedsNoSettlingIsRefused() {
        TestMigration one = TestMigration.sql(1, "SELECT 1");
        fixture.run(one);
        assertThatThrownBy(() -> told(new RepairRequest(Set.of("1"), Set.of(), Set.of()), one))
                .hasMessageContaining("DIBS-0665");
    }

    private void interrupted(String statements) {
        fixture.database.run("UPDATE __dibs_migrations SET state = 'running', applied_statements = " + statements
                + ", finished_at = NULL");
    }

    private RepairReport told(RepairRequest request, MigrationInvoker... code) {
        return new RepairOperation(fixture.context(code)).run(request, RunOptions.defaults());
    }

    private RepairReport repair(RepairRequest request, MigrationInvoker... code) {
        Set<String> all = told(request, code).actions().stream().map(RepairAction::id).collect(Collectors.toSet());
        return new RepairOperation(fixture.context(code)).run(request.agreeing(all), RunOptions.defaults());
    }

    private List<State> states(MigrationInvoker... code) {
        return new StatusOperation(fixture.context(code)).run().migrations().stream().map(MigrationRow::state)
                .filter(state -> state != State.FUTURE).toList();
    }

    private HistoryRow last() {
        List<HistoryRow> rows = new HistoryOperation(fixture.context()).run().rows();
        return rows.get(rows.size() - 1);
    }
}
