package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.report.ApplyReport;

/** What loses data or blocks others for long runs only when its hazard is named. */
class P10_ConsentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CREATE TABLE t (id int, gone text)|CREATE TABLE t (id int)|deletes-data",
            "CREATE TABLE t (id int); CREATE TABLE gone (v text)|CREATE TABLE t (id int)|deletes-data",
            "CREATE TABLE t (id int)|CREATE TABLE t (id bigint)|rewrites-table",
            "CREATE TABLE t (id int)|CREATE TABLE t (id int); CREATE INDEX i ON t (id)|blocks-writes" })
    void everyHazardIsAskedForByName(String from, String to, String hazard) {
        try (TestDatabase present = TestDatabase.of(18); TestDatabase wanted = TestDatabase.of(18)) {
            present.run(from);
            present.run("INSERT INTO t SELECT generate_series(1, 10)");
            wanted.run(to);
            PlanFile plan = PlanFixture.plan(present.url(), wanted.url());
            List<String> needed = plan.consentNeeded().stream().map(Hazard::writtenName).toList();
            assertThat(needed).contains(hazard);
            String before = present.text("SELECT json_agg(t) FROM t");
            for (String left : needed) {
                List<String> others = new ArrayList<>(PlanFixture.ALL_HAZARDS);
                others.remove(left);
                assertThatThrownBy(() -> PlanFixture.apply(plan, present.url(), others)).hasMessageContaining("DIBS-0516")
                        .hasMessageContaining(left);
                assertThat(present.text("SELECT json_agg(t) FROM t")).isEqualTo(before);
            }
            assertThat(PlanFixture.apply(plan, present.url(), needed).outcome()).isEqualTo(ApplyReport.Outcome.DONE);
        }
    }
}
