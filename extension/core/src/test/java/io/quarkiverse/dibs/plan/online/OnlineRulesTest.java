package io.quarkiverse.dibs.plan.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class OnlineRulesTest {

    private static final ObjectId T = ObjectId.table("public", "t");
    private static final ObjectId U = ObjectId.table("public", "u");
    private static final ObjectId A = ObjectId.column(T, "a");

    @Test
    void anIndexOfATableWithRowsIsBuiltAndDroppedAlone() {
        Schema plain = schema(builder -> builder);
        Schema indexed = schema(builder -> builder.add(index("t_a", T)));
        assertThat(statements(plan(plain, indexed, Online.AUTO, Set.of(T))))
                .containsExactly("CREATE INDEX CONCURRENTLY t_a ON public.t (a)");
        assertThat(plan(plain, indexed, Online.AUTO, Set.of(T))).extracting(Step::segment)
                .containsExactly(Segment.NO_TRANSACTION);
        assertThat(statements(plan(indexed, plain, Online.ALWAYS, Set.of())))
                .containsExactly("DROP INDEX CONCURRENTLY public.t_a");
    }

    @Test
    void aTableWithoutRowsOrOneThatIsNewIsLeftToThePlainForm() {
        Schema plain = schema(builder -> builder);
        Schema indexed = schema(builder -> builder.add(index("t_a", T)));
        assertThat(statements(plan(plain, indexed, Online.AUTO, Set.of(U))))
                .containsExactly("CREATE INDEX t_a ON public.t (a)");
        assertThat(statements(plan(plain, indexed, Online.NEVER, Set.of(T))))
                .containsExactly("CREATE INDEX t_a ON public.t (a)");
        assertThat(statements(plan(Schema.EMPTY, indexed, Online.ALWAYS, Set.of(T))))
                .noneMatch(sql -> sql.contains("CONCURRENTLY"));
    }

    @Test
    void aPartitionIsChangedLikeAnyTableAndItsForeignKeysArePlain() {
        UnaryOperator<Schema.Builder> tree = builder -> partitioned(builder).add(place("FOR VALUES FROM (1) TO (5)"));
        assertThat(statements(plan(schema(tree), schema(builder -> tree.apply(builder).add(index("t_a", T))), Online.ALWAYS,
                Set.of()))).containsExactly("CREATE INDEX CONCURRENTLY t_a ON public.t (a)");
        ObjectId check = ObjectId.part(ObjectKind.CHECK, U, "positive");
        UnaryOperator<Schema.Builder> checked = builder -> tree.apply(builder)
                .add(new CheckConstraint(check, new Expression("(a > 0)"), false, true, true));
        assertThat(statements(plan(schema(tree), schema(checked), Online.AUTO, Set.of(T)))).containsExactly(
                "ALTER TABLE public.u ADD CONSTRAINT positive CHECK (a > 0) NOT VALID",
                "ALTER TABLE public.u VALIDATE CONSTRAINT positive");
        ObjectId key = ObjectId.part(ObjectKind.FOREIGN_KEY, T, "t_v");
        ObjectId v = ObjectId.table("public", "v");
        UnaryOperator<Schema.Builder> referenced = builder -> tree.apply(builder).add(Table.plain(v))
                .add(Column.of(ObjectId.column(v, "a"), 1, new SqlType("integer"), true))
                .add(PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, v, "v_pkey"), List.of("a")));
        assertThat(statements(plan(schema(referenced), schema(builder -> referenced.apply(builder)
                .add(ForeignKey.simple(key, List.of("a"), v, List.of("a")))), Online.ALWAYS, Set.of()))).hasSize(1);
    }

    @Test
    void aTableThatBecomesAPartitionIsLookedAtBefore() {
        Schema apart = schema(OnlineRulesTest::partitioned);
        Schema attached = schema(builder -> partitioned(builder).add(place("FOR VALUES FROM (1) TO (5)")));
        assertThat(statements(plan(apart, attached, Online.AUTO, Set.of(T)))).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT dibs_t_partition CHECK (a IS NOT NULL AND a >= '1' AND a < '5') NOT VALID",
                "ALTER TABLE public.t VALIDATE CONSTRAINT dibs_t_partition",
                "ALTER TABLE public.u ATTACH PARTITION public.t FOR VALUES FROM (1) TO (5)",
                "ALTER TABLE public.t DROP CONSTRAINT dibs_t_partition");
        assertThat(statements(plan(apart, attached, Online.AUTO, Set.of(U)))).hasSize(1);
        assertThat(statements(plan(apart, schema(builder -> partitioned(builder).add(place("DEFAULT"))), Online.ALWAYS,
                Set.of()))).hasSize(1);
    }

    @Test
    void theDefaultPartitionIsLookedAtBeforeOneComesBesideIt() {
        ObjectId rest = ObjectId.table("public", "rest");
        UnaryOperator<Schema.Builder> beside = builder -> partitioned(builder).add(Table.plain(rest))
                .add(Column.of(ObjectId.column(rest, "a"), 1, new SqlType("integer"), false))
                .add(new Partition(Partition.idOf(rest), U, "DEFAULT"));
        Schema apart = schema(builder -> beside.apply(builder).remove(A).remove(T));
        Schema attached = schema(builder -> beside.apply(builder).add(place("FOR VALUES FROM (1) TO (5)")));
        assertThat(statements(plan(apart, attached, Online.AUTO, Set.of(rest)))).hasSize(5).endsWith(
                "ALTER TABLE public.rest ADD CONSTRAINT dibs_rest_rest CHECK (NOT (a IS NOT NULL AND a >= '1' AND a < '5'))"
                        + " NOT VALID",
                "ALTER TABLE public.rest VALIDATE CONSTRAINT dibs_rest_rest",
                "ALTER TABLE public.u ATTACH PARTITION public.t FOR VALUES FROM (1) TO (5)",
                "ALTER TABLE public.rest DROP CONSTRAINT dibs_rest_rest");
        assertThat(statements(plan(apart, attached, Online.AUTO, Set.of(T)))).hasSize(2);
    }

    @Test
    void aPartitionLeavesWhileOthersWorkUnlessThereIsADefaultOne() {
        Schema apart = schema(OnlineRulesTest::partitioned);
        Schema attached = schema(builder -> partitioned(builder).add(place("FOR VALUES FROM (1) TO (5)")));
        List<Step> steps = plan(attached, apart, Online.AUTO, Set.of(T));
        assertThat(statements(steps)).containsExactly("ALTER TABLE public.u DETACH PARTITION public.t CONCURRENTLY",
                "ALTER TABLE public.t DROP CONSTRAINT IF EXISTS t_a_check");
        assertThat(steps).extracting(Step::segment).containsExactly(Segment.NO_TRANSACTION, Segment.TRANSACTION);
        Schema gone = schema(builder -> partitioned(builder).remove(A).remove(T));
        assertThat(statements(plan(attached, gone, Online.AUTO, Set.of(T)))).containsExactly(
                "ALTER TABLE public.u DETACH PARTITION public.t CONCURRENTLY", "DROP TABLE public.t");
        ObjectId check = ObjectId.part(ObjectKind.CHECK, T, "t_a_check");
        UnaryOperator<Schema.Builder> named = builder -> builder
                .add(new CheckConstraint(check, new Expression("(a > 0)"), false, true, true));
        assertThat(statements(plan(schema(builder -> named.apply(partitioned(builder)).add(place("FOR VALUES IN (1)"))),
                schema(builder -> named.apply(partitioned(builder))), Online.ALWAYS, Set.of())))
                .containsExactly("ALTER TABLE public.u DETACH PARTITION public.t");
        assertThat(statements(plan(schema(builder -> partitioned(builder).add(place("DEFAULT"))), apart, Online.ALWAYS,
                Set.of()))).containsExactly("ALTER TABLE public.u DETACH PARTITION public.t");
    }

    private static Schema.Builder partitioned(Schema.Builder builder) {
        builder.remove(ObjectId.part(ObjectKind.PRIMARY_KEY, U, "u_pkey"));
        return builder.put(new Table(U, Persistence.PERMANENT, Optional.of("RANGE (a)"), Optional.empty(), Optional.empty(),
                new TreeMap<>(), false, false, Optional.empty()))
                .put(Column.of(ObjectId.column(U, "a"), 1, new SqlType("integer"), false));
    }

    private static Partition place(String bound) {
        return new Partition(Partition.idOf(T), U, bound);
    }

    @Test
    void aCheckAndAForeignKeyAreValidatedInATransactionOfTheirOwn() {
        ObjectId check = ObjectId.part(ObjectKind.CHECK, T, "positive");
        assertThat(statements(plan(schema(builder -> builder),
                schema(builder -> builder.add(new CheckConstraint(check, new Expression("(a > 0)"), false, true, true))),
                Online.ALWAYS, Set.of())))
                .containsExactly("ALTER TABLE public.t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID",
                        "ALTER TABLE public.t VALIDATE CONSTRAINT positive");
        ObjectId key = ObjectId.part(ObjectKind.FOREIGN_KEY, T, "t_u");
        List<Step> steps = plan(schema(builder -> builder),
                schema(builder -> builder.add(ForeignKey.simple(key, List.of("a"), U, List.of("a")))), Online.ALWAYS, Set.of());
        assertThat(statements(steps)).hasSize(2).last().isEqualTo("ALTER TABLE public.t VALIDATE CONSTRAINT t_u");
        assertThat(steps).extracting(Step::segment).first().isEqualTo(Segment.COMMIT_AFTER);
        assertThat(steps.get(1).reasons()).contains("after step 1");
        // one that is not to be valid at once is not validated
        assertThat(statements(plan(schema(builder -> builder),
                schema(builder -> builder.add(new CheckConstraint(check, new Expression("(a > 0)"), false, false, true))),
                Online.ALWAYS, Set.of()))).hasSize(1);
    }

    @Test
    void notNullBelievesACheckThatIsDroppedAgain() {
        Diff diff = Differ.diff(schema(builder -> builder),
                schema(builder -> builder.put(Column.of(A, 1, new SqlType("integer"), true))), DiffOptions.complete());
        List<String> statements = statements(
                Planner.plan(diff, PlanOptions.forServer(17).withOnline(Online.AUTO, Set.of(T))).steps());
        assertThat(statements).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT dibs_a_not_null CHECK (a IS NOT NULL) NOT VALID",
                "ALTER TABLE public.t VALIDATE CONSTRAINT dibs_a_not_null", "ALTER TABLE public.t ALTER COLUMN a SET NOT NULL",
                "ALTER TABLE public.t DROP CONSTRAINT dibs_a_not_null");
        assertThat(statements(plan(schema(builder -> builder.put(Column.of(A, 1, new SqlType("integer"), true))),
                schema(builder -> builder), Online.ALWAYS, Set.of()))).hasSize(1);
    }

    @Test
    void notNullIsValidatedApartWhereItIsAConstraint() {
        Schema nullable = schema(builder -> builder);
        Schema strict = schema(builder -> builder.put(Column.of(A, 1, new SqlType("integer"), true)
                .withNotNullConstraint(Optional.of(NotNull.PLAIN))));
        assertThat(statements(plan(nullable, strict, Online.AUTO, Set.of(T)))).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID",
                "ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null");
    }

    @Test
    void aKeyTakesOverAnIndexThatWasBuiltWhileOthersWrote() {
        ObjectId key = ObjectId.part(ObjectKind.PRIMARY_KEY, T, "t_pkey");
        assertThat(statements(plan(schema(builder -> builder.put(Column.of(A, 1, new SqlType("integer"), true))),
                schema(builder -> builder.put(Column.of(A, 1, new SqlType("integer"), true))
                        .add(PrimaryKey.simple(key, List.of("a")))),
                Online.ALWAYS, Set.of())))
                .containsExactly("CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a)",
                        "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey");
    }

    @Test
    void wordsThatSayNothingAboutOnlineAreNone() {
        assertThat(Online.of("auto")).contains(Online.AUTO);
        assertThat(Online.of("sometimes")).isEmpty();
    }

    private static List<Step> plan(Schema from, Schema to, Online online, Set<ObjectId> withRows) {
        return Planner.plan(Differ.diff(from, to, DiffOptions.complete()), PlanOptions.newest().withOnline(online, withRows))
                .steps();
    }

    private static List<String> statements(List<Step> steps) {
        return steps.stream().flatMap(step -> step.statements().stream()).toList();
    }

    private static Schema schema(UnaryOperator<Schema.Builder> more) {
        Schema.Builder builder = Schema.builder();
        for (DbObject object : List.<DbObject> of(new Namespace(ObjectId.namespace("public")), Table.plain(T), Table.plain(U),
                Column.of(A, 1, new SqlType("integer"), false), Column.of(ObjectId.column(U, "a"), 1, new SqlType("integer"),
                        true),
                PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, U, "u_pkey"), List.of("a")))) {
            builder.add(object);
        }
        return more.apply(builder).build();
    }

    private static Index index(String name, ObjectId table) {
        return new Index(ObjectId.inSchema(ObjectKind.INDEX, "public", name), table, "btree", false, false,
                List.of(Index.Key.of("a")), List.of(), Optional.empty(), new TreeMap<>(), Optional.empty(), true);
    }
}
