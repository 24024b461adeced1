package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

/** Columns of one table get other types in one statement, unless only some of them lose data by it. */
class RewrittenOnceTest {

    private static final ObjectId TABLE = ObjectId.table("public", "t");

    @Test
    void oneStatementWritesTheTableOnce() {
        Plan plan = plan(List.of("integer", "integer"), List.of("bigint", "bigint"));
        assertThat(plan.statements())
                .containsExactly("ALTER TABLE public.t ALTER COLUMN c1 TYPE bigint,\n    ALTER COLUMN c2 TYPE bigint");
    }

    @Test
    void whatLosesDataStandsAlone() {
        Plan plan = plan(List.of("integer", "numeric(10,2)", "integer"), List.of("bigint", "integer", "bigint"));
        assertThat(plan.steps()).hasSize(3);
        assertThat(plan.steps()).filteredOn(step -> step.hazards().stream()
                .anyMatch(note -> note.hazard() == Hazard.DELETES_DATA)).singleElement()
                .satisfies(step -> assertThat(step.changes()).hasSize(1));
    }

    private static Plan plan(List<String> before, List<String> after) {
        return Planner.plan(Differ.diff(table(before), table(after), DiffOptions.complete()), PlanOptions.newest());
    }

    private static Schema table(List<String> types) {
        Schema.Builder schema = Schema.builder().add(new Namespace(ObjectId.namespace("public"))).add(Table.plain(TABLE));
        for (int i = 0; i < types.size(); i++) {
            schema.add(Column.of(ObjectId.column(TABLE, "c" + (i + 1)), i + 1, new SqlType(types.get(i)), false));
        }
        return schema.build();
    }
}
