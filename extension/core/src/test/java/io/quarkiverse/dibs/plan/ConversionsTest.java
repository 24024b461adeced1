package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.View;

class ConversionsTest {

    private static final ObjectId TABLE = ObjectId.table("public", "t");
    private static final ObjectId VALUE = ObjectId.column(TABLE, "v");
    private static final PlanOptions PLAIN = PlanOptions.forServer(15);

    @Test
    void attributesThatChangePlacesAreMovedByName() {
        assertThat(plan("public.pair", PLAIN, "a", "b")).anySatisfy(sql -> assertThat(sql)
                .contains("TYPE public.pair USING CASE WHEN v IS DISTINCT FROM NULL THEN ROW((v).b, (v).a)::public.pair END"));
    }

    /** Their text would put each value into the attribute of another, and the server would say nothing. */
    @Test
    void anArrayOrADomainOfThemIsRefusedWhereThereAreRowsAndFailsOnAnyOthers() {
        PlanOptions rows = PLAIN.withOnline(Online.NEVER, Set.of(TABLE));
        for (String type : List.of("public.pair[]", "public.over_pair")) {
            assertThat(plan(type, PLAIN, "a", "b")).as(type)
                    .anySatisfy(sql -> assertThat(sql).endsWith("USING ('say how v gets its new type: ' || v::text)::" + type));
            assertThatThrownBy(() -> plan(type, PLAIN.withRefusesCastless(true), "a", "b")).as(type)
                    .isInstanceOf(DibsException.class);
            assertThatThrownBy(() -> plan(type, rows, "a", "b")).as(type).isInstanceOf(DibsException.class)
                    .hasMessageContaining("DIBS-0403").hasMessageContaining("t.v");
            assertThat(plan(type, PLAIN.withConversions(Map.of(VALUE, "NULL")), "a", "b")).as(type)
                    .anySatisfy(sql -> assertThat(sql).contains("USING NULL"));
        }
    }

    /** A row says its values in order, too, and a view that goes cannot be asked for their names. */
    @Test
    void rowsOfARelationThatComesBackWithOtherColumnsAreRefusedWhereThereAreAny() {
        Schema view = rows(new View(ObjectId.inSchema(ObjectKind.VIEW, "public", "pair"), Stream.of("a", "b")
                .map(name -> new View.ViewColumn(name, new SqlType("text"), Optional.empty())).toList(),
                new Expression("SELECT 'a'::text AS a, 'b'::text AS b"), new TreeMap<>()));
        Schema same = rows(pair("a", "b"));
        Schema other = rows(pair("b", "a"));

        assertThat(Planner.plan(Differ.diff(view, same, DiffOptions.complete()), PLAIN.withRefusesCastless(true)).statements())
                .containsSubsequence("ALTER TABLE public.t ALTER COLUMN v TYPE text USING v::text", "DROP VIEW public.pair",
                        "CREATE TYPE public.pair AS (a text, b text)",
                        "ALTER TABLE public.t ALTER COLUMN v TYPE public.pair USING v::public.pair");
        assertThat(Planner.plan(Differ.diff(view, other, DiffOptions.complete()), PLAIN).statements()).contains(
                "ALTER TABLE public.t ALTER COLUMN v TYPE public.pair "
                        + "USING ('say how v gets its new type: ' || v::text)::public.pair");
        assertThatThrownBy(
                () -> Planner.plan(Differ.diff(view, other, DiffOptions.complete()), PLAIN.withRefusesCastless(true)))
                .hasMessageContaining("DIBS-0403").hasMessageContaining("t.v from public.pair to public.pair as it is to be");
        assertThat(Planner.plan(Differ.diff(view, other, DiffOptions.complete()),
                PLAIN.withRefusesCastless(true).withConversions(Map.of(VALUE, "NULL"))).statements())
                .contains("ALTER TABLE public.t ALTER COLUMN v TYPE public.pair USING NULL");
    }

    private static CompositeType pair(String... attributes) {
        return new CompositeType(ObjectId.inSchema(ObjectKind.COMPOSITE, "public", "pair"), Stream.of(attributes)
                .map(name -> new CompositeType.Attribute(name, new SqlType("text"), Optional.empty())).toList());
    }

    private static Schema rows(DbObject pair) {
        return of("public.pair", "t").toBuilder().add(pair).dependency(VALUE, pair.id()).build();
    }

    @Test
    void aTypeWithoutACastIsRefusedWhereThereAreRowsAlsoUnderAFormerName() {
        Schema numbers = of("integer", "old");
        Schema ids = of("uuid", "t");
        DiffOptions renamed = DiffOptions.complete()
                .withRenames(List.of(new Intent.Rename(ObjectId.table("public", "old"), TABLE)));

        assertThat(Planner.plan(Differ.diff(numbers, ids, renamed), PLAIN).statements())
                .contains("ALTER TABLE public.t ALTER COLUMN v TYPE uuid USING v::text::uuid");
        assertThatThrownBy(() -> Planner.plan(Differ.diff(numbers, ids, renamed),
                PLAIN.withOnline(Online.NEVER, Set.of(ObjectId.table("public", "old")))))
                .hasMessageContaining("DIBS-0403").hasMessageContaining("from integer to uuid");
        assertThatThrownBy(() -> Planner.plan(Differ.diff(numbers, ids, renamed), PLAIN.withRefusesCastless(true)))
                .hasMessageContaining("DIBS-0403");
    }

    private static List<String> plan(String type, PlanOptions options, String... attributes) {
        return Planner.plan(Differ.diff(pairs(type, attributes[0], attributes[1]), pairs(type, attributes[1], attributes[0]),
                DiffOptions.complete()), options).statements();
    }

    private static Schema pairs(String type, String first, String second) {
        ObjectId pair = ObjectId.inSchema(ObjectKind.COMPOSITE, "public", "pair");
        ObjectId over = ObjectId.inSchema(ObjectKind.DOMAIN, "public", "over_pair");
        Schema.Builder schema = of(type, "t").toBuilder()
                .add(new CompositeType(pair, Stream.of(first, second)
                        .map(name -> new CompositeType.Attribute(name, new SqlType("text"), Optional.empty())).toList()))
                .add(new DomainType(over, new SqlType("public.pair"), Optional.empty(), Optional.empty(), false))
                .dependency(over, pair);
        return schema.dependency(VALUE, type.contains("over") ? over : pair).build();
    }

    private static Schema of(String type, String table) {
        ObjectId id = ObjectId.table("public", table);
        return Schema.builder().add(new Namespace(ObjectId.namespace("public"))).add(Table.plain(id))
                .add(new Column(ObjectId.column(id, "v"), 1, new SqlType(type), Optional.empty(), false, Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(),
                        new TreeMap<>(), false))
                .build();
    }
}
