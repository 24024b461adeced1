package io.quarkiverse.dibs.postgres.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.canonical.CanonicalIntent.Form;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.postgres.catalog.CatalogSnapshot;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class CanonicalTest {

    private static final ObjectId TABLE = ObjectId.table("public", "it\"em");
    private static final ObjectId MOOD = ObjectId.inSchema(ObjectKind.ENUM, "public", "mood");

    private final List<DbObject> objects = new ArrayList<>(
            List.of(new Namespace(ObjectId.namespace("public")), Table.plain(TABLE)));
    private final TreeMap<ObjectId, Intent.Source> sources = new TreeMap<>();
    private int columns;

    private ObjectId column(String name, String type, String defaultText) {
        ObjectId id = ObjectId.column(TABLE, name);
        objects.add(Column.of(id, ++columns, new SqlType(type), false));
        if (defaultText != null) {
            objects.add(new ColumnDefault(ColumnDefault.idOf(id), new Expression(defaultText)));
        }
        return id;
    }

    private ObjectId check(String name, String text) {
        ObjectId id = ObjectId.part(ObjectKind.CHECK, TABLE, name);
        objects.add(new CheckConstraint(id, new Expression(text), false, true, true));
        return id;
    }

    private void index(String name, Index.Key key, String predicate) {
        objects.add(new Index(ObjectId.inSchema(ObjectKind.INDEX, "public", name), TABLE, "btree", false, false, List.of(key),
                List.of(), Optional.ofNullable(predicate).map(Expression::new), new TreeMap<>(), Optional.empty(), true));
    }

    private static Index.Key expressionKey(String text) {
        return new Index.Key(Optional.empty(), Optional.of(new Expression(text)), Optional.empty(), Optional.empty(),
                new TreeMap<>(), false, false);
    }

    private Intent intent() {
        Schema.Builder schema = Schema.builder();
        objects.forEach(schema::add);
        return new Intent(schema.build(), "public", List.of(), sources, new TreeMap<>(), List.of());
    }

    private static CatalogSnapshot read(TestDatabase database) {
        return CatalogReader.readNow(database.session(), List.of());
    }

    private CanonicalIntent canonical(TestDatabase database) {
        CanonicalIntent result = Canonical.of(database.session(), intent(), read(database));
        assertThat(database.text("select count(*) from pg_class where relname like 'dibs%' or relpersistence = 't'"))
                .as("temporary objects left").isEqualTo("0");
        return result;
    }

    /** The oracle: the same texts in a table made by hand in another database. */
    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void textsTakeTheFormTheyHaveInATableMadeByHand(int major) {
        objects.add(new EnumType(MOOD, List.of("sad", "ok")));
        column("a", "int", "1 + 2");
        column("b", "varchar(20)", "'x'");
        column("c", "timestamptz", "CURRENT_TIMESTAMP");
        column("d", "timestamp with time zone", "now()");
        column("e", "numeric(10,2)", "-1");
        column("f", "public.mood", "'ok'");
        column("g", "public.mood[]", "'{sad,ok}'");
        column("h", "text", "'it''s; \"x\"'");
        column("i", "jsonb", "'{\"b\":1, \"a\":[]}'");
        column("j", "date", "current_date + 7");
        column("k", "boolean", "TRUE");
        column("l", "interval", "'1 day'::interval");
        column("m", "uuid", "gen_random_uuid()");
        column("n", "text", "NULL");
        column("o", "double precision", "1.50");
        column("p", "bigint", "0");
        column("q", "char(3)", "'abc'");
        column("r", "text", "upper('a') || 'b'");
        column("s", "bytea", "'\\x00ff'");
        column("t", "text[]", "ARRAY['a','b']");
        check("in_list", "a in (1,2,3)");
        check("enum_list", "f IN ('sad','ok') AND f <> 'sad'::mood");
        check("like_text", "b like 'x%' or length(h) > 3");
        check("between_dates", "c between '2020-01-01' and now()");
        check("qualified", "f = any (array['ok']::public.mood[])");
        index("item_lower", expressionKey("lower(h)"), "f = 'ok' and p > 0");
        index("item_sum", expressionKey("a + p"), null);
        index("item_c", new Index.Key(Optional.of("h"), Optional.empty(), Optional.of("\"C\""), Optional.of("text_pattern_ops"),
                new TreeMap<>(), true, true), null);
        objects.add(Column.of(ObjectId.column(TABLE, "z"), 99, new SqlType("text"), false).withGenerated(
                Optional.of(new Column.Generated(new Expression("h || coalesce(r, 'none')"), true))));

        try (TestDatabase byHand = TestDatabase.of(major); TestDatabase target = TestDatabase.of(major)) {
            byHand.run("create type mood as enum ('sad', 'ok')");
            byHand.run(
                    """
                            create table "it""em" (a int default 1 + 2, b varchar(20) default 'x', c timestamptz default CURRENT_TIMESTAMP,
                             d timestamptz default now(), e numeric(10,2) default -1, f mood default 'ok', g mood[] default '{sad,ok}',
                             h text default 'it''s; "x"', i jsonb default '{"b":1, "a":[]}', j date default current_date + 7,
                             k boolean default TRUE, l interval default '1 day'::interval, m uuid default gen_random_uuid(),
                             n text default NULL, o double precision default 1.50, p bigint default 0, q char(3) default 'abc',
                             r text default upper('a') || 'b', s bytea default '\\x00ff', t text[] default ARRAY['a','b'],
                             z text generated always as (h || coalesce(r, 'none')) stored,
                             constraint in_list check (a in (1,2,3)), constraint enum_list check (f IN ('sad','ok') AND f <> 'sad'::mood),
                             constraint like_text check (b like 'x%' or length(h) > 3),
                             constraint between_dates check (c between '2020-01-01' and now()),
                             constraint qualified check (f = any (array['ok']::public.mood[])));
                            create index item_lower on "it""em" (lower(h)) where f = 'ok' and p > 0;
                            create index item_sum on "it""em" ((a + p));
                            create index item_c on "it""em" (h collate "C" text_pattern_ops desc);
                            """);
            Schema expected = read(byHand).schema();
            CanonicalIntent actual = canonical(target);

            assertThat(actual.form()).isEqualTo(Form.SERVER);
            for (Class<? extends DbObject> kind : List.of(ColumnDefault.class, CheckConstraint.class, Index.class,
                    EnumType.class)) {
                assertThat(actual.intent().schema().all(kind).map(DbObject::toString).toList()).as(kind.getSimpleName())
                        .isEqualTo(expected.all(kind).map(DbObject::toString).toList());
            }
            assertThat(actual.intent().schema().all(Column.class)
                    .map(c -> c.id() + " " + c.type() + c.collation() + c.generated()))
                    .containsExactlyElementsOf(expected.all(Column.class)
                            .map(c -> c.id() + " " + c.type() + c.collation() + c.generated()).toList());
            for (DbObject object : expected.objects()) {
                assertThat(actual.intent().schema().dependenciesOf(object.id())).as("dependencies of " + object.id())
                        .isEqualTo(expected.dependenciesOf(object.id()));
            }
            Intent again = actual.intent();
            assertThat(Canonical.of(byHand.session(), again, read(byHand))).isEqualTo(new CanonicalIntent(again, Form.CERTAIN));
        }
    }

    @Test
    void usualTextsNeedNoServer() {
        objects.add(new EnumType(MOOD, List.of("sad")));
        column("a", "bigint", "0");
        column("b", "text", "'x'");
        column("c", "public.mood", "'sad'");
        column("d", "timestamp with time zone", "now()");
        try (TestDatabase target = TestDatabase.of(18)) {
            CanonicalIntent actual = canonical(target);
            assertThat(actual.form()).isEqualTo(Form.CERTAIN);
            assertThat(actual.intent().schema().all(ColumnDefault.class).map(d -> d.expression().sql()))
                    .containsExactly("0", "'x'::text", "'sad'::public.mood", "now()");
        }
    }

    @Test
    void anEnumThatGetsANewLabelMayUseItAtOnce() {
        objects.add(new EnumType(MOOD, List.of("sad", "new")));
        column("f", "public.mood", "('new')::mood");
        check("is_new", "f = 'new'");
        try (TestDatabase target = TestDatabase.of(18)) {
            target.run("create type mood as enum ('sad'); create table \"it\"\"em\" (f mood default 'sad')");
            Schema schema = canonical(target).intent().schema();
            assertThat(schema.all(ColumnDefault.class).map(d -> d.expression().sql())).containsExactly("'new'::public.mood");
            assertThat(schema.all(CheckConstraint.class).map(d -> d.expression().sql()))
                    .containsExactly("(f = 'new'::public.mood)");
            assertThat(schema.dependenciesOf(ObjectId.column(TABLE, "f"))).contains(MOOD);
        }
    }

    @Test
    void aSequenceThatIsNotThereYetKeepsItsName() {
        ObjectId sequence = ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "num'bers");
        objects.add(new Sequence(sequence, SequenceOptions.defaults(new SqlType("bigint")), Persistence.PERMANENT));
        ObjectId id = column("id", "bigint", "nextval('public.\"num''bers\"')");
        column("note", "text", "'see public.numbers ' || 'x'");
        try (TestDatabase target = TestDatabase.of(14); TestDatabase byHand = TestDatabase.of(14)) {
            byHand.run(
                    "create sequence \"num'bers\"; create table \"it\"\"em\" (id bigint default nextval('public.\"num''bers\"'), "
                            + "note text default 'see public.numbers ' || 'x')");
            Schema schema = canonical(target).intent().schema();
            assertThat(schema.all(ColumnDefault.class))
                    .containsExactlyElementsOf(read(byHand).schema().all(ColumnDefault.class).toList());
            assertThat(schema.dependenciesOf(ColumnDefault.idOf(id))).contains(sequence);
        }
    }

    @Test
    void aRenamedTableIsComparedWithWhatItWas() {
        column("new_name", "int", "1 + 2");
        try (TestDatabase target = TestDatabase.of(18)) {
            target.run("create table items (old_name int default 1 + 2)");
            Intent intent = intent();
            Intent renamed = new Intent(intent.schema().toBuilder().put(new ColumnDefault(
                    ColumnDefault.idOf(ObjectId.column(TABLE, "new_name")), new Expression("(1 + 2)"))).build(), "public",
                    List.of(new Intent.Rename(ObjectId.table("public", "items"), TABLE), new Intent.Rename(
                            ObjectId.column(TABLE, "old_name"), ObjectId.column(TABLE, "new_name"))),
                    sources, new TreeMap<>(), List.of());
            target.run("alter table items alter old_name type int");
            CanonicalIntent actual = Canonical.of(target.session(), renamed, read(target));
            assertThat(actual.intent().schema().find(ObjectId.column(TABLE, "new_name"), Column.class).orElseThrow().type())
                    .isEqualTo(new SqlType("integer"));
        }
    }

    @Test
    void aRefusedTextNamesItsFieldWithTheCaretInIt() {
        ObjectId id = column("a", "integer", "nonsense(1)");
        sources.put(id, new Intent.Source("shop.Item", "a", "shop/Item.java", 12, 8, Optional.empty(), Optional.empty()));
        Problem problem = refusal();
        assertThat(problem.code()).isEqualTo("DIBS-0260");
        assertThat(problem.message()).contains("shop.Item.a", "default", "nonsense");
        assertThat(problem.location()).contains("shop/Item.java:12:8");
        assertThat(problem.statement()).contains("nonsense(1)");
        assertThat(problem.position()).hasValue(1);
        assertThat(problem.sqlState()).contains("42883");
    }

    @Test
    void aRefusedTypeOfOneOfManyColumnsNamesThatField() {
        column("a", "text", null);
        ObjectId id = column("b", "no_such_type", null);
        column("c", "text", null);
        sources.put(TABLE, new Intent.Source("shop.Item", "", "", 0, 0, Optional.empty(), Optional.empty()));
        sources.put(id, new Intent.Source("shop.Item", "b", "", 0, 0, Optional.empty(), Optional.empty()));
        Problem problem = refusal();
        assertThat(problem.message()).contains("shop.Item.b", "type", "no_such_type");
        assertThat(problem.statement()).contains("no_such_type");
    }

    @Test
    void aRefusalWithoutAPositionIsFoundByAskingOneByOne() {
        column("a", "timestamp with time zone", null);
        column("b", "text", "'x' || 'y'");
        check("fine", "length(b) > 0");
        index("broken", expressionKey("(a::text)"), null);
        sources.put(TABLE, new Intent.Source("shop.Item", "", "", 0, 0, Optional.empty(), Optional.empty()));
        Problem problem = refusal();
        assertThat(problem.message()).contains("shop.Item", "index expression", "IMMUTABLE");
    }

    private Problem refusal() {
        try (TestDatabase target = TestDatabase.of(18)) {
            DibsException e = catchThrowableOfType(DibsException.class, () -> canonical(target));
            assertThat(e).as("refused").isNotNull();
            assertThat(target.text("select count(*) from pg_class where relpersistence = 't'")).isEqualTo("0");
            return e.problem();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void aRowCheckIsWrittenAsPostgresPrintsIt(int major) {
        ObjectId function = ObjectId.overloaded(ObjectKind.ROUTINE, "public", "item_check", "");
        String definition = "CREATE OR REPLACE FUNCTION public.item_check()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$\n"
                + "BEGIN\n  IF NOT (NEW.a > 0) THEN RAISE EXCEPTION 'no'; END IF;\n  RETURN NEW;\nEND;\n$function$";
        objects.add(new Routine(function, false, "", "trigger", "plpgsql", new Expression(definition)));
        try (TestDatabase target = TestDatabase.of(major)) {
            Schema schema = canonical(target).intent().schema();
            target.run(definition);
            assertThat(schema.find(function)).isEqualTo(read(target).schema().find(function));
        }
    }

    @Test
    void aRoleWithoutTemporaryTablesFallsBackToAScratchServerOrToBuiltInRules() {
        column("a", "integer", "1 + 2");
        check("positive", "a > 0");
        try (TestDatabase target = TestDatabase.of(18); TestDatabase other = TestDatabase.of(18)) {
            String name = target.text("select current_database()");
            target.run("create role humble login password 'humble'");
            target.run("revoke temporary on database " + name + " from public");
            try (PgSession humble = PgSession.open(TestDatabase.VERTX,
                    "postgresql://humble:humble@127.0.0.1:" + target.server().port() + "/" + name, PgSession.ONE_BY_ONE)) {
                CatalogSnapshot reality = CatalogReader.readNow(humble, List.of());
                CanonicalIntent builtIn = Canonical.of(humble, intent(), reality);
                assertThat(builtIn.form()).isEqualTo(Form.BUILT_IN);
                assertThat(builtIn.intent().schema().all(CheckConstraint.class).map(c -> c.expression().sql()))
                        .containsExactly("(a > 0)");
                CanonicalIntent scratch = Canonical.of(humble, intent(), reality, Optional.of(other.session()));
                assertThat(scratch.form()).isEqualTo(Form.SCRATCH);
                assertThat(scratch.intent().schema().all(ColumnDefault.class).map(c -> c.expression().sql()))
                        .containsExactly("(1 + 2)");
            }
            target.run("drop role humble");
        }
    }
}
