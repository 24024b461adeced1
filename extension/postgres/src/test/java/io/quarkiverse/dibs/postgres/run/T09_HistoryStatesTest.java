package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.HistoryRules;
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

/** What status, validate and migrate say of every two states that migrations can be in at once. */
class T09_HistoryStatesTest {

    /** Is always applied, so that there is something to be older and newer than. */
    private static final int ANCHOR = 50;

    /** A migration in each of the states, at a version where it can be in it. */
    enum Sample {
        PENDING(80, State.PENDING, null),
        APPLIED(40, State.APPLIED, null),
        CHANGED(20, State.CHANGED, "DIBS-0661"),
        MISSING(25, State.MISSING, "DIBS-0660"),
        OUT_OF_ORDER(30, State.OUT_OF_ORDER, "DIBS-0603"),
        FAILED(60, State.FAILED, "DIBS-0662"),
        IN_DOUBT(65, State.IN_DOUBT, "DIBS-0663"),
        FUTURE(90, State.FUTURE, null);

        private final int version;
        private final State state;
        private final String problem;

        Sample(int version, State state, String problem) {
            this.version = version;
            this.state = state;
            this.problem = problem;
        }

        /** As the code of the run that is looked at has it. */
        Optional<TestMigration> code() {
            TestMigration migration = TestMigration.sql(version, "CREATE TABLE IF NOT EXISTS t" + version + " ()");
            return switch (this) {
                case MISSING, FUTURE -> Optional.empty();
                case CHANGED -> Optional.of(migration.withChecksum("changed"));
                case IN_DOUBT -> Optional.of(migration.withoutTransaction());
                case PENDING, APPLIED, OUT_OF_ORDER, FAILED -> Optional.of(migration);
            };
        }

        boolean isApplied() {
            return switch (this) {
                case APPLIED, CHANGED, MISSING, FUTURE -> true;
                case PENDING, OUT_OF_ORDER, FAILED, IN_DOUBT -> false;
            };
        }

        void bringAbout(RunnerFixture fixture) {
            RunOptions lenient = RunOptions.defaults().withOutOfOrder(true).withMissing(true);
            TestMigration plain = TestMigration.sql(version, "CREATE TABLE t" + version + " ()");
            switch (this) {
                case APPLIED, CHANGED, MISSING, FUTURE -> fixture.run(lenient, plain);
                case FAILED -> fixture.run(lenient, TestMigration.sql(version, "CREATE TABEL t"));
                case IN_DOUBT -> {
                    fixture.run(lenient, TestMigration.sql(version, "SELECT 1").withoutTransaction());
                    // as a crash before its only statement leaves it
                    fixture.database.run("UPDATE __dibs_migrations SET state = 'running', applied_statements = 0,"
                            + " statements_digest = '', finished_at = NULL WHERE version = '" + version + "'");
                }
                case PENDING, OUT_OF_ORDER -> {
                }
            }
        }
    }

    private RunnerFixture fixture;

    @BeforeEach
    void database() {
        fixture = new RunnerFixture(15);
    }

    @AfterEach
    void drop() {
        fixture.close();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Sample.values()).flatMap(one -> Arrays.stream(Sample.values())
                .filter(other -> other.ordinal() > one.ordinal()).map(other -> Arguments.of(one, other)));
    }

    @Test
    void everyPairIsTried() {
        assertThat(pairs()).hasSize(28);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairOfStatesIsToldValidatedAndMigratedAsSaid(Sample one, Sample other) {
        List<Sample> samples = Stream.of(one, other).sorted((a, b) -> Integer.compare(a.version, b.version)).toList();
        fixture.run(anchor());
        samples.forEach(sample -> sample.bringAbout(fixture));
        MigrationInvoker[] code = Stream.concat(Stream.of(anchor()),
                samples.stream().map(Sample::code).flatMap(Optional::stream)).toArray(MigrationInvoker[]::new);
        // what waits beside something newer that is applied is out of order, whoever has applied it
        boolean overtaken = samples.equals(List.of(Sample.PENDING, Sample.FUTURE));

        List<MigrationRow> rows = new StatusOperation(fixture.context(code)).run().migrations();
        assertThat(rows).filteredOn(row -> !row.version().equals(String.valueOf(ANCHOR))).extracting(MigrationRow::state)
                .isEqualTo(samples.stream().map(sample -> overtaken && sample == Sample.PENDING ? State.OUT_OF_ORDER
                        : sample.state).toList());

        List<String> problems = new ArrayList<>(samples.stream().map(sample -> sample.problem).toList());
        problems.removeIf(java.util.Objects::isNull);
        if (overtaken) {
            problems.add("DIBS-0603");
        }
        ValidateReport report = new ValidateOperation(fixture.context(code)).run(new HistoryRules(false, false));
        assertThat(report.problems()).extracting(Problem::code).isEqualTo(problems);
        assertThat(report.problems()).allSatisfy(problem -> assertThat(problem.remedy()).isPresent());
        assertThat(report.warnings()).hasSize(samples.contains(Sample.FUTURE) ? 1 : 0);

        List<String> before = tables();
        Optional<String> refusal = problems.stream().filter(Set.of("DIBS-0660", "DIBS-0603")::contains).findFirst();
        if (refusal.isPresent()) {
            assertThatThrownBy(() -> fixture.run(code)).isInstanceOfSatisfying(DibsException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(refusal.get()));
            assertThat(tables()).isEqualTo(before);
        }

        List<MigrationEvent> events = fixture.run(RunOptions.defaults().withOutOfOrder(true).withMissing(true), code);
        List<String> outstanding = samples.stream().filter(sample -> !sample.isApplied())
                .map(sample -> String.valueOf(sample.version)).toList();
        assertThat(summary(events).outcome()).isEqualTo(Outcome.DONE);
        assertThat(summary(events).applied()).isEqualTo(outstanding);
        assertThat(summary(events).pending()).isEmpty();
        assertThat(summary(events).warnings()).hasSize((int) samples.stream()
                .filter(Set.of(Sample.CHANGED, Sample.MISSING, Sample.FUTURE)::contains).count());
        Set<String> wanted = new TreeSet<>(before);
        outstanding.forEach(version -> wanted.add("t" + version));
        assertThat(tables()).containsExactlyElementsOf(wanted);
        assertThat(summary(fixture.run(RunOptions.defaults().withMissing(true), code)).applied()).isEmpty();
    }

    @Test
    void aHistoryThatSomebodyEmptiedAppliesNothingTwice() {
        fixture.run(anchor());
        fixture.database.run("TRUNCATE __dibs_migrations");
        assertThat(new StatusOperation(fixture.context(anchor())).run().migrations()).extracting(MigrationRow::state)
                .containsExactly(State.PENDING);
        MigrationEvent.Failed failed = RunnerFixture.failure(fixture.run(anchor()));
        assertThat(failed.problem().sqlState()).contains("42P07");
        assertThat(failed.rolledBack()).isTrue();
        // what was there is still known
        assertThat(new HistoryOperation(fixture.context()).run().rows()).extracting(HistoryRow::action)
                .containsExactly(HistoryRow.Action.APPLIED, HistoryRow.Action.FAILED);
    }

    @Test
    void aClockThatWasSetBackChangesNoOrder() {
        fixture.run(anchor());
        fixture.database.run("UPDATE __dibs_migrations SET started_at = started_at + interval '1 day',"
                + " finished_at = finished_at + interval '1 day'");
        fixture.database.run("UPDATE __dibs_log SET written_at = written_at + interval '1 day'");
        TestMigration next = TestMigration.sql(ANCHOR + 1, "SELECT 1");
        assertThat(summary(fixture.run(anchor(), next)).applied()).containsExactly("51");
        assertThat(new StatusOperation(fixture.context(anchor(), next)).run().migrations())
                .extracting(MigrationRow::version).containsExactly("50", "51");
        assertThat(new HistoryOperation(fixture.context()).run().rows()).extracting(HistoryRow::version)
                .containsExactly("50", "51");
    }

    @Test
    void aVersionIsThereOnlyOnce() {
        fixture.run(anchor());
        assertThatThrownBy(() -> fixture.database.run("INSERT INTO __dibs_migrations (version, name, checksum, state,"
                + " transactional, run_id, dibs_version, app_version, start_xid, statement_xid) SELECT version, name, checksum,"
                + " state, transactional, run_id, dibs_version, app_version, start_xid, statement_xid FROM __dibs_migrations"))
                .hasMessageContaining("23505");
    }

    private static TestMigration anchor() {
        return TestMigration.sql(ANCHOR, "CREATE TABLE t" + ANCHOR + " ()");
    }

    private List<String> tables() {
        return fixture.rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$' ORDER BY 1");
    }
}
