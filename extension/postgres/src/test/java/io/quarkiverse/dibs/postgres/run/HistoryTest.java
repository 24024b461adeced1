package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.HistoryRow.Action;

@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class HistoryTest {

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
    void beforeTheFirstRunThereIsNothing() {
        assertThat(rows()).isEmpty();
    }

    @Test
    void aFailedRunStaysWhenTheNextOneSucceeds() {
        fixture.run(TestMigration.sql(1, "CREATE TABEL t ()"));
        fixture.run(RunOptions.defaults().withApplicationVersion("2.0"), TestMigration.sql(1, "CREATE TABLE t ()"),
                TestMigration.sql(2, "SELECT 1").withoutTransaction());

        List<HistoryRow> rows = rows();
        assertThat(rows).extracting(row -> row.version() + " " + row.action()).containsExactly("1 FAILED", "1 APPLIED",
                "2 RUNNING", "2 APPLIED");
        assertThat(rows).extracting(HistoryRow::number).isSorted();
        assertThat(rows.get(0).note()).contains("syntax error");
        assertThat(rows.get(0).runId()).isNotEqualTo(rows.get(1).runId());
        assertThat(rows.get(1).runId()).isEqualTo(rows.get(3).runId());
        assertThat(rows.get(1).durationMillis()).isPresent();
        assertThat(rows.get(1).byWhom()).isEqualTo(fixture.database.text("SELECT current_user"));
        assertThat(rows.get(1).applicationVersion()).isEqualTo("2.0");
        assertThat(rows.get(2).durationMillis()).isEmpty();
    }

    @Test
    void aMigrationThatIsRolledBackLeavesNoRowThatItWasApplied() {
        fixture.run(TestMigration.of(1, db -> {
            db.execute("CREATE TABLE t ()");
            db.execute("CREATE CONSTRAINT TRIGGER never AFTER INSERT ON __dibs_migrations DEFERRABLE INITIALLY DEFERRED"
                    + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()");
        }));
        assertThat(rows()).extracting(HistoryRow::action).containsExactly(Action.FAILED);
    }

    @Test
    void aHistoryThatAnOlderDibsWroteIsReadAndTakenOver() {
        fixture.run(TestMigration.sql(1, "SELECT 1"));
        fixture.database.run("DROP TABLE __dibs_log");
        fixture.database.run("ALTER TABLE __dibs_migrations DROP COLUMN intent_digest");
        fixture.database.run("ALTER TABLE __dibs_migrations DROP CONSTRAINT __dibs_migrations_state_check,"
                + " ADD CHECK (state IN ('running', 'applied', 'failed'))");
        assertThat(rows()).extracting(HistoryRow::version).containsExactly("1");

        fixture.run(TestMigration.sql(1, "SELECT 1"), TestMigration.sql(2, "SELECT 1").withoutTransaction());
        assertThat(rows()).extracting(HistoryRow::version).containsExactly("1", "2", "2");
        fixture.database.run("UPDATE __dibs_migrations SET state = 'baseline'");
    }

    private List<HistoryRow> rows() {
        return new HistoryOperation(fixture.context()).run().rows();
    }
}
