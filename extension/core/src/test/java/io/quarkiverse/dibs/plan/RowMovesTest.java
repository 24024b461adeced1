package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class RowMovesTest {

    private static final ObjectId T = ObjectId.table("public", "t");
    private static final Table PLAIN = new Table(T, Persistence.PERMANENT, Optional.empty(), Optional.empty(),
            Optional.empty(), new TreeMap<>(), false, false, Optional.empty());

    @Test
    void aTableThatBecomesPartitionedKeepsItsRowsUnlessAColumnGoes() {
        assertThat(statements(schema(PLAIN, "a", "b"), schema(partitioned(), "a", "b")))
                .anyMatch(sql -> sql.startsWith("INSERT INTO public.t (a, b)"));
        Plan losing = plan(schema(PLAIN, "a", "b"), schema(partitioned(), "a"));
        assertThat(losing.steps()).flatExtracting(Step::statements).noneMatch(sql -> sql.startsWith("INSERT"));
        assertThat(losing.steps()).flatExtracting(Step::hazards).extracting(HazardNote::hazard)
                .contains(Hazard.DELETES_DATA);
    }

    private static List<String> statements(Schema from, Schema to) {
        return plan(from, to).steps().stream().flatMap(step -> step.statements().stream()).toList();
    }

    private static Plan plan(Schema from, Schema to) {
        return Planner.plan(Differ.diff(from, to, DiffOptions.complete()), PlanOptions.newest());
    }

    private static Table partitioned() {
        return new Table(T, Persistence.PERMANENT, Optional.of("RANGE (a)"), Optional.empty(), Optional.empty(),
                new TreeMap<>(), false, false, Optional.empty());
    }

    private static Schema schema(Table table, String... columns) {
        Schema.Builder builder = Schema.builder().add(table);
        for (int i = 0; i < columns.length; i++) {
            builder.add(Column.of(ObjectId.column(T, columns[i]), i + 1, new SqlType("integer"), false));
        }
        return builder.build();
    }
}
