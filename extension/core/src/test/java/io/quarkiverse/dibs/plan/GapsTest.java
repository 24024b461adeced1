package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.View;

/** What is away only for a moment is away for nobody else: nothing is committed meanwhile. */
class GapsTest {

    private static final ObjectId T = ObjectId.table("public", "t");
    private static final ObjectId A = ObjectId.column(T, "a");
    private static final ObjectId PART = ObjectId.table("public", "part");
    private static final ObjectId REST = ObjectId.table("public", "rest");

    @Test
    void aViewAboveAColumnComesBackInTheSameTransaction() {
        Schema before = view(new SqlType("text"), false);
        Schema after = view(new SqlType("character varying(20)"), true);
        List<Step> steps = plan(before, after);
        assertInOnePiece(steps, "DROP VIEW public.v", "CREATE VIEW public.v");
        assertThat(steps).flatExtracting(Step::statements).contains("ALTER TABLE public.t ALTER COLUMN a SET NOT NULL");
    }

    @Test
    void aPartitionWhoseBoundsChangeIsBackInTheSameTransaction() {
        List<Step> steps = plan(partitioned("FOR VALUES IN (1)"), partitioned("FOR VALUES IN (1, 2)"));
        assertInOnePiece(steps, "ALTER TABLE public.t DETACH PARTITION public.part",
                "ALTER TABLE public.t ATTACH PARTITION public.part FOR VALUES IN (1, 2)");
    }

    private static void assertInOnePiece(List<Step> steps, String away, String back) {
        List<Step> between = steps.subList(indexOf(steps, away), indexOf(steps, back));
        assertThat(between).isNotEmpty().extracting(Step::segment).containsOnly(Segment.TRANSACTION);
    }

    private static int indexOf(List<Step> steps, String start) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).statements().stream().anyMatch(sql -> sql.startsWith(start))) {
                return i;
            }
        }
        throw new AssertionError("no step says " + start + ": " + steps);
    }

    private static List<Step> plan(Schema from, Schema to) {
        return Planner.plan(Differ.diff(from, to, DiffOptions.complete()),
                PlanOptions.forServer(15).withOnline(Online.ALWAYS, Set.of())).steps();
    }

    private static Schema view(SqlType type, boolean notNull) {
        ObjectId view = ObjectId.inSchema(ObjectKind.VIEW, "public", "v");
        return base().add(Table.plain(T)).add(Column.of(A, 1, type, notNull))
                .add(new View(view, List.of(new View.ViewColumn("a", type, Optional.empty())),
                        new Expression("SELECT a\n   FROM public.t"),
                        new TreeMap<>()))
                .dependency(view, A).build();
    }

    private static Schema partitioned(String bounds) {
        Schema.Builder schema = base().add(new Table(T, Persistence.PERMANENT, Optional.of("LIST (a)"), Optional.empty(),
                Optional.empty(), new TreeMap<>(), false, false, Optional.empty()))
                .add(Column.of(A, 1, new SqlType("integer"), true));
        for (ObjectId part : List.of(PART, REST)) {
            schema.add(Table.plain(part)).add(Column.of(ObjectId.column(part, "a"), 1, new SqlType("integer"), true))
                    .add(new Partition(Partition.idOf(part), T, part.equals(PART) ? bounds : "DEFAULT"));
        }
        return schema.build();
    }

    private static Schema.Builder base() {
        return Schema.builder().add(new Namespace(ObjectId.namespace("public")));
    }
}
