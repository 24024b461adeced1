package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class PlannerTest {

    private static final SqlType BIGINT = new SqlType("bigint");

    @Test
    void aForeignKeyIsCreatedAfterTheTableItPointsTo() {
        List<String> sql = create(with(table("b", "id"), fk("a", "b"), table("a", "id")));

        // schema public comes with what a new database gives it, in four statements
        assertThat(sql).hasSize(7);
        assertThat(sql.get(6)).contains("ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (id) REFERENCES public.b (id)");
    }

    @Test
    void aRingOf300TablesIsCreatedAndDropped() {
        Schema.Builder ring = with();
        IntStream.range(0, 300).forEach(i -> {
            table("t" + i, "id").accept(ring);
            fk("t" + i, "t" + (i + 1) % 300).accept(ring);
        });
        Schema schema = ring.build();

        assertThat(create(ring)).hasSize(604);
        List<String> dropped = migrate(schema, with());
        assertThat(dropped.stream().filter(sql -> sql.startsWith("DROP TABLE"))).hasSize(300);
        assertThat(dropped.stream().filter(sql -> sql.contains("DROP CONSTRAINT"))).hasSize(300);
    }

    @Test
    void aColumnIsDroppedAfterTheKeyOnIt() {
        Schema.Builder before = with(table("a", "id", "x"), table("b", "id"));
        ObjectId a = ObjectId.table("public", "a");
        before.add(ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, a, "a_x_fkey"), List.of("x"),
                ObjectId.table("public", "b"), List.of("id")));

        List<String> sql = migrate(before.build(), with(table("a", "id"), table("b", "id")));

        assertThat(sql).containsExactly("ALTER TABLE public.a DROP CONSTRAINT a_x_fkey", "ALTER TABLE public.a DROP COLUMN x");
    }

    @Test
    void aSerialColumnNeedsNoSpecialCase() {
        Schema.Builder wanted = with(table("a", "id"));
        ObjectId sequence = ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "a_id_seq");
        ObjectId id = ObjectId.column(ObjectId.table("public", "a"), "id");
        wanted.add(new Sequence(sequence, SequenceOptions.defaults(BIGINT), Persistence.PERMANENT));
        wanted.add(new SequenceOwnership(SequenceOwnership.idOf(sequence), id));
        wanted.add(new ColumnDefault(ColumnDefault.idOf(id), new Expression("nextval('public.a_id_seq'::regclass)")));

        List<String> sql = create(wanted);
        assertThat(sql.get(4)).startsWith("CREATE SEQUENCE public.a_id_seq");
        assertThat(sql.get(5)).startsWith("CREATE TABLE public.a").contains("DEFAULT nextval");
        assertThat(sql.get(6)).startsWith("ALTER SEQUENCE public.a_id_seq OWNED BY");
        assertThat(migrate(wanted.build(), with())).containsExactly("DROP TABLE public.a");
    }

    @Test
    void twoTablesSwapTheirNames() {
        Schema before = with(table("a", "id", "x"), table("b", "id", "y")).build();
        Schema.Builder after = with(table("b", "id", "x"), table("a", "id", "y"));
        ObjectId a = ObjectId.table("public", "a");
        ObjectId b = ObjectId.table("public", "b");

        List<String> sql = Planner.plan(Differ.diff(before, after.build(),
                DiffOptions.entities(List.of(new Intent.Rename(a, b), new Intent.Rename(b, a)), Set.of())),
                PlanOptions.newest())
                .statements();

        assertThat(sql).containsExactly("ALTER TABLE public.b RENAME TO __dibs_old_b", "ALTER TABLE public.a RENAME TO b",
                "ALTER TABLE public.__dibs_old_b RENAME TO a");
    }

    @Test
    void aRenamedColumnKeepsItsDataAndWhatHangsOnIt() {
        Schema.Builder before = with(table("a", "id", "name"));
        Schema.Builder after = with(table("a", "id", "title"));
        ObjectId table = ObjectId.table("public", "a");

        List<String> sql = Planner.plan(Differ.diff(before.build(), after.build(), DiffOptions.entities(
                List.of(new Intent.Rename(ObjectId.column(table, "name"), ObjectId.column(table, "title"))), Set.of())),
                PlanOptions.newest()).statements();

        assertThat(sql).containsExactly("ALTER TABLE public.a RENAME COLUMN name TO title");
    }

    @Test
    void withoutADeclarationARenameIsADropAndACreateAndAQuestion() {
        var diff = Differ.diff(with(table("a", "id", "name")).build(), with(table("a", "id", "title")).build(),
                DiffOptions.complete());

        assertThat(Planner.plan(diff, PlanOptions.newest()).statements()).containsExactly(
                "ALTER TABLE public.a DROP COLUMN name", "ALTER TABLE public.a ADD COLUMN title bigint NOT NULL");
        assertThat(diff.questions()).extracting(question -> question.flag()).containsExactly("--rename a.name=a.title");
    }

    @Test
    void theFlagOfAQuestionIsOneWordOfAShell() {
        var diff = Differ.diff(with(table("a", "id", "first name")).build(), with(table("a", "id", "it's $HOME")).build(),
                DiffOptions.complete());

        assertThat(diff.questions()).extracting(question -> question.flag())
                .containsExactly("--rename 'a.first name=a.it'\\''s $HOME'");
    }

    @Test
    void twoRenamesToOneNameAreRefused() {
        ObjectId table = ObjectId.table("public", "a");
        List<Intent.Rename> renames = List.of(
                new Intent.Rename(ObjectId.column(table, "x"), ObjectId.column(table, "z")),
                new Intent.Rename(ObjectId.column(table, "y"), ObjectId.column(table, "z")));

        assertThatThrownBy(() -> Differ.diff(with(table("a", "x", "y")).build(), with(table("a", "z")).build(),
                DiffOptions.entities(renames, Set.of()))).isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0401");
    }

    @Test
    void aLabelTakenOutOfAnEnumSwapsTheTypeUnderItsColumns() {
        ObjectId mood = ObjectId.inSchema(ObjectKind.ENUM, "public", "mood");
        ObjectId column = ObjectId.column(ObjectId.table("public", "a"), "mood");
        Schema.Builder before = with(table("a", "id"));
        before.add(new EnumType(mood, List.of("sad", "ok", "happy")));
        before.add(Column.of(column, 2, new SqlType("public.mood"), true));
        before.add(new ColumnDefault(ColumnDefault.idOf(column), new Expression("'ok'::public.mood")));
        Schema.Builder after = before.build().toBuilder().put(new EnumType(mood, List.of("ok", "happy")));

        assertThat(migrate(before.build(), after)).containsExactly(
                "ALTER TYPE public.mood RENAME TO __dibs_old_mood",
                "ALTER TABLE public.a ALTER COLUMN mood DROP DEFAULT",
                "CREATE TYPE public.mood AS ENUM ('ok', 'happy')",
                "ALTER TABLE public.a ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood",
                "DROP TYPE public.__dibs_old_mood",
                "ALTER TABLE public.a ALTER COLUMN mood SET DEFAULT 'ok'::public.mood");
    }

    @Test
    void tablesUnknownToEntitiesStayUnlessDibsCreatedThem() {
        Schema before = with(table("a", "id"), table("old", "id")).build();
        ObjectId old = ObjectId.table("public", "old");

        var stays = Differ.diff(before, with(table("a", "id")).build(), DiffOptions.entities(List.of(), Set.of()));
        assertThat(stays.isEmpty()).isTrue();
        assertThat(stays.unmanaged()).containsExactly(old);

        var goes = Differ.diff(before, with(table("a", "id")).build(), DiffOptions.entities(List.of(), Set.of(old)));
        assertThat(Planner.plan(goes, PlanOptions.newest()).statements()).containsExactly("DROP TABLE public.old");
    }

    @Test
    void aColumnThatStaysInAChildIsDroppedFromTheParentAlone() {
        ObjectId parent = ObjectId.table("public", "a");
        ObjectId child = ObjectId.table("public", "b");
        Schema.Builder before = with(table("a", "id", "x"), table("b", "id", "x"));
        before.add(new Inheritance(Inheritance.idOf(child, parent), parent, 1));
        Schema.Builder after = with(table("a", "id"), table("b", "id", "x"));
        after.add(new Inheritance(Inheritance.idOf(child, parent), parent, 1));

        assertThat(migrate(before.build(), after)).containsExactly("ALTER TABLE ONLY public.a DROP COLUMN x");
    }

    @Test
    void aTableIsAlteredWhileAColumnWaitsForAnotherToBecomePlain() {
        ObjectId id = ObjectId.table("public", "a");
        Column computed = Column.of(ObjectId.column(id, "twice"), 3, BIGINT, false);
        Schema.Builder before = with(table("a", "id", "x"));
        before.add(computed.withGenerated(Optional.of(new Column.Generated(new Expression("(x * 2)"), true))));
        before.dependency(computed.id(), ObjectId.column(id, "x"));
        Schema.Builder after = with(table("a", "id"));
        after.add(computed);
        after.put(new Table(id, Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(),
                new TreeMap<>(Map.of("fillfactor", "80")), false, false, Optional.empty()));

        assertThat(migrate(before.build(), after)).containsExactly("ALTER TABLE public.a SET (fillfactor=80)",
                "ALTER TABLE public.a ALTER COLUMN twice DROP EXPRESSION", "ALTER TABLE public.a DROP COLUMN x");
    }

    @Test
    void aNameThatPostgresWouldCutOffIsRefused() {
        String fits = "n".repeat(61) + "é";
        String tooLong = "n".repeat(62) + "é";
        assertThat(create(with(table(fits.substring(5), "id", fits)))).isNotEmpty();

        assertThatThrownBy(() -> create(with(table("t", "id", tooLong)))).isInstanceOf(DibsException.class)
                .hasMessageContaining("DIBS-0107 the name \"" + tooLong + "\" of column has 64 bytes: Postgres keeps 63");
        EnumType labels = new EnumType(ObjectId.inSchema(ObjectKind.ENUM, "public", tooLong), List.of(fits, tooLong + "x"));
        assertThatThrownBy(() -> create(with(builder -> builder.add(labels)))).isInstanceOf(DibsException.class)
                .hasMessageContaining("of type has 64 bytes").hasMessageContaining("of type has 65 bytes");
    }

    @Test
    void aSequenceIsCreatedBeforeTheTypeOfItsName() {
        Schema.Builder wanted = with();
        wanted.add(new EnumType(ObjectId.inSchema(ObjectKind.ENUM, "public", "mood"), List.of("ok")));
        wanted.add(new Sequence(ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "mood"), SequenceOptions.defaults(BIGINT),
                Persistence.PERMANENT));

        assertThat(create(wanted)).containsSubsequence("CREATE SEQUENCE public.mood", "CREATE TYPE public.mood AS ENUM ('ok')");
    }

    @Test
    void equalSchemasHaveAnEmptyPlan() {
        Schema schema = with(table("a", "id")).build();
        assertThat(migrate(schema, with(table("a", "id")))).isEmpty();
    }

    private static List<String> create(Schema.Builder wanted) {
        return Planner.create(wanted.build(), PlanOptions.newest()).statements();
    }

    private static List<String> migrate(Schema from, Schema.Builder to) {
        return Planner.plan(Differ.diff(from, to.build(), DiffOptions.complete()), PlanOptions.newest()).statements();
    }

    @SafeVarargs
    private static Schema.Builder with(java.util.function.Consumer<Schema.Builder>... parts) {
        Schema.Builder builder = Schema.builder().add(new Namespace(ObjectId.namespace("public")));
        for (java.util.function.Consumer<Schema.Builder> part : parts) {
            part.accept(builder);
        }
        return builder;
    }

    private static java.util.function.Consumer<Schema.Builder> table(String name, String... columns) {
        return builder -> {
            ObjectId id = ObjectId.table("public", name);
            builder.add(Table.plain(id));
            for (int i = 0; i < columns.length; i++) {
                builder.add(Column.of(ObjectId.column(id, columns[i]), i + 1, BIGINT, true));
            }
            builder.add(PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, id, name + "_pkey"), List.of(columns[0])));
        };
    }

    private static java.util.function.Consumer<Schema.Builder> fk(String from, String to) {
        ObjectId id = ObjectId.part(ObjectKind.FOREIGN_KEY, ObjectId.table("public", from), from + "_" + to);
        return builder -> builder
                .add(ForeignKey.simple(id, List.of("id"), ObjectId.table("public", to), List.of("id")));
    }
}
