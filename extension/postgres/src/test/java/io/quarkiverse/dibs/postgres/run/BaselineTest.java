package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.operation.BaselineOperation;
import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.MigrationRow.State;
import io.quarkiverse.dibs.spi.MigrationInvoker;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class BaselineTest {

    @Parameter
    int major;

    private final TestMigration one = TestMigration.sql(1, "CREATE TABLE a ()");
    private final TestMigration two = TestMigration.sql(2, "CREATE TABLE b ()");
    private final TestMigration three = TestMigration.sql(3, "CREATE TABLE c ()");
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
    void whatIsUpToTheVersionCountsAsAppliedAndIsNotRun() {
        fixture.database.run("CREATE TABLE a ()");
        BaselineReport report = baseline("02", one, two, three);
        assertThat(report.migrations()).containsExactly("1 Step1", "2 Step2");
        assertThat(states(one, two, three)).containsExactly(State.BASELINE, State.BASELINE, State.PENDING);
        assertThat(fixture.rows("SELECT to_regclass('b')")).containsExactly("null");

        assertThat(summary(fixture.run(one, two, three)).applied()).containsExactly("3");
        assertThat(new HistoryOperation(fixture.context()).run().rows()).extracting(HistoryRow::action).containsExactly(
                HistoryRow.Action.BASELINE, HistoryRow.Action.BASELINE, HistoryRow.Action.APPLIED);
    }

    @Test
    void aVersionThatTheCodeDoesNotHaveIsARowOfItsOwnAndNeverMissing() {
        assertThat(baseline("2", one, three).migrations()).containsExactly("1 Step1", "2 Baseline");
        assertThat(states(one, three)).containsExactly(State.BASELINE, State.BASELINE, State.PENDING);
        assertThat(states(three)).containsExactly(State.BASELINE, State.BASELINE, State.PENDING);
        assertThat(summary(fixture.run(three)).applied()).containsExactly("3");
    }

    @Test
    void whatComesLaterWithAnOlderVersionIsOutOfOrder() {
        baseline("2", two);
        assertThat(states(one, two)).containsExactly(State.OUT_OF_ORDER, State.BASELINE);
    }

    @Test
    void aHistoryIsBegunOnlyOnce() {
        baseline("1", one, two);
        assertThatThrownBy(() -> baseline("2", one, two)).hasMessageContaining("DIBS-0664");
        assertThat(fixture.history()).containsExactly("1 baseline");
        assertThatThrownBy(() -> baseline("newest", one)).hasMessageContaining("DIBS-0666");
    }

    private BaselineReport baseline(String version, MigrationInvoker... code) {
        return new BaselineOperation(fixture.context(code)).run(version, RunOptions.defaults());
    }

    private List<State> states(MigrationInvoker... code) {
        return new StatusOperation(fixture.context(code)).run().migrations().stream().map(MigrationRow::state).toList();
    }
}
