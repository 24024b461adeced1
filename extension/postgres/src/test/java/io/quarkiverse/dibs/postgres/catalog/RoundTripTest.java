package io.quarkiverse.dibs.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Schema;

/** What was read is enough to make the same database again: nothing was overlooked, nothing misread. */
class RoundTripTest {

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void aDatabaseMadeFromWhatWasReadIsReadTheSame(int major) {
        try (TestDatabase original = TestDatabase.of(major); TestDatabase copy = TestDatabase.of(major)) {
            original.run(CatalogReaderTest.everything());
            Schema read = CatalogReader.readNow(original.session(), List.of()).schema();
            Schema.Builder wanted = read.toBuilder();
            Plan plan = Planner.create(wanted.build(), PlanOptions.forServer(major));
            copy.run("DROP SCHEMA public; SET client_min_messages = error");
            for (Step step : plan.steps()) {
                for (String statement : step.statements()) {
                    try {
                        copy.run(statement);
                    } catch (RuntimeException e) {
                        throw new AssertionError(e.getMessage() + "\n" + statement, e);
                    }
                }
            }
            Schema again = CatalogReader.readNow(copy.session(), List.of()).schema();
            assertThat(again.objects().stream().map(RoundTripTest::text).toList())
                    .containsExactlyElementsOf(read.objects().stream().map(RoundTripTest::text).toList());
        }
    }

    /** How a NOT NULL that a parent hands down is called depends on how the table became a partition; it is never compared. */
    private static String text(DbObject object) {
        return object instanceof Column column
                ? column.withNotNullConstraint(column.notNullConstraint()
                        .map(constraint -> constraint.inherited() ? constraint.withName(Optional.empty()) : constraint))
                        .toString()
                : object.toString();
    }
}
