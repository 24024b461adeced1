package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.history.HistoryRules;
import io.quarkiverse.dibs.postgres.operation.BaselineOperation;
import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.postgres.operation.ValidateOperation;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationEvent.Outcome;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.report.ValidateReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class RepeatableTest {

    @Parameter
    int major;

    private final TestMigration table = TestMigration.sql(1, "CREATE TABLE t (id int)");
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
    void theyAreRunAfterTheMigrationsInTheOrderOfTheirNames() {
        List<MigrationEvent> events = fixture.run(view("b", "SELECT * FROM a"), view("a", "SELECT id FROM t"), table);
        assertThat(summary(events).applied()).containsExactly("1", "R:a", "R:b");
        assertThat(summary(fixture.run(view("b", "SELECT * FROM a"), view("a", "SELECT id FROM t"), table)).applied())
                .isEmpty();
    }

    @Test
    void onlyWhatHasChangedIsRunAgain() {
        fixture.run(table, view("a", "SELECT id FROM t"), view("b", "SELECT 1 AS one"));
        MigrationInvoker[] changed = { table, view("a", "SELECT id + 1 AS id FROM t"), view("b", "SELECT 1 AS one") };
        MigrationRow row = status(changed).get(1);
        assertThat(row.version()).isEqualTo("R:a");
        assertThat(row.state()).isEqualTo(State.PENDING);
        assertThat(row.note()).isEqualTo("its source has changed since it was run");
        assertThat(row.when()).isPresent();
        assertThat(validate(changed).valid()).isTrue();

        assertThat(summary(fixture.run(changed)).applied()).containsExactly("R:a");
        assertThat(fixture.database.text("SELECT pg_get_viewdef('a')")).contains("+ 1");
        assertThat(status(changed)).extracting(MigrationRow::state).containsOnly(State.APPLIED);
        assertThat(new HistoryOperation(fixture.context()).run().rows()).extracting(HistoryRow::version)
                .containsExactly("1", "R:a", "R:b", "R:a");
    }

    @Test
    void oneThatFailsKeepsWhatItMadeBeforeAndIsRunOnceItIsMended() {
        fixture.run(table, view("a", "SELECT id FROM t"));
        List<MigrationEvent> events = fixture.run(table, view("a", "SELECT nothing FROM t"));
        assertThat(failure(events).version()).isEqualTo("R:a");
        assertThat(fixture.database.text("SELECT pg_get_viewdef('a')")).contains("id");
        assertThat(fixture.history()).containsExactly("1 applied", "R:a failed");
        assertThat(summary(fixture.run(table, view("a", "SELECT id FROM t"))).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fixture.history()).containsExactly("1 applied", "R:a applied");
    }

    @Test
    void aMigrationThatComesLaterIsNotOutOfOrderBecauseOfThem() {
        fixture.run(table, view("a", "SELECT id FROM t"));
        TestMigration later = TestMigration.sql(2, "ALTER TABLE t ADD COLUMN name text");
        assertThat(status(table, later, view("a", "SELECT id FROM t"))).extracting(MigrationRow::state)
                .containsExactly(State.APPLIED, State.PENDING, State.APPLIED);
        assertThat(summary(fixture.run(table, later, view("a", "SELECT id, name FROM t"))).applied())
                .containsExactly("2", "R:a");
    }

    @Test
    void aRunUpToAVersionLeavesThemOut() {
        MigrationInvoker[] code = { table, TestMigration.sql(2, "SELECT 1"), view("a", "SELECT id FROM t") };
        assertThat(summary(fixture.run(RunOptions.defaults().withTo("2"), code)).applied()).containsExactly("1", "2");
        assertThat(summary(fixture.run(RunOptions.defaults().withOnly("R:a"), code)).applied()).containsExactly("R:a");
    }

    @Test
    void oneThatTheCodeHasGivenUpIsMissingAndStopsNobody() {
        fixture.run(table, view("a", "SELECT id FROM t"));
        assertThat(status(table)).extracting(MigrationRow::state).containsExactly(State.APPLIED, State.MISSING);
        ValidateReport report = validate(table);
        assertThat(report.valid()).isTrue();
        assertThat(report.warnings()).containsExactly("R:a a: the code does not have it");
        assertThat(summary(fixture.run(table, TestMigration.sql(2, "SELECT 1"))).applied()).containsExactly("2");
    }

    @Test
    void aBaselineDoesNotCountThemAsRun() {
        fixture.database.run("CREATE TABLE t (id int)");
        new BaselineOperation(fixture.context(table, view("a", "SELECT id FROM t"))).run("9", RunOptions.defaults());
        assertThat(summary(fixture.run(table, view("a", "SELECT id FROM t"))).applied()).containsExactly("R:a");
    }

    private static TestMigration view(String name, String query) {
        return TestMigration.repeatable(name, "CREATE OR REPLACE VIEW " + name + " AS " + query);
    }

    private List<MigrationRow> status(MigrationInvoker... code) {
        return new StatusOperation(fixture.context(code)).run().migrations();
    }

    private ValidateReport validate(MigrationInvoker... code) {
        return new ValidateOperation(fixture.context(code)).run(new HistoryRules(false, false));
    }
}
