package io.quarkiverse.dibs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** The forms in which one change can be written, and what differs between servers. */
class FormsTest {

    private static final WriteContext PLAIN = WriteContext.forServer(18);
    private static final ObjectId T = ObjectId.table("public", "t");
    private static final PrimaryKey KEY = PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, T, "t_pkey"), List.of("id"));

    @Test
    void aKeyCanBeOfThePartitionedTableOnlyOrTakeOverAnIndex() {
        assertThat(DdlWriter.create(KEY, PLAIN)).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id)");
        assertThat(DdlWriter.create(KEY, PLAIN.withOnly(true))).containsExactly(
                "ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id)");
        assertThat(DdlWriter.create(KEY, PLAIN.withUsingIndex(Optional.of("T idx")))).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX \"T idx\"");
        UniqueConstraint unique = UniqueConstraint.simple(ObjectId.part(ObjectKind.UNIQUE, T, "u"), List.of("a"));
        assertThat(DdlWriter.create(unique, PLAIN.withUsingIndex(Optional.of("u")))).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX u");
    }

    @Test
    void anIndexCanBeBuiltAndDroppedConcurrently() {
        Index index = Samples.index(T, "t_a_idx", Index.Key.of("a"));
        assertThat(DdlWriter.create(index, PLAIN.withConcurrently(true)))
                .containsExactly("CREATE INDEX CONCURRENTLY t_a_idx ON public.t (a)");
        assertThat(DdlWriter.create(index, PLAIN.withOnly(true)))
                .containsExactly("CREATE INDEX t_a_idx ON ONLY public.t (a)");
        assertThat(DdlWriter.drop(index, PLAIN.withConcurrently(true)))
                .containsExactly("DROP INDEX CONCURRENTLY shop.t_a_idx");
    }

    @Test
    void aCheckAndAForeignKeyCanBeAddedNotValidAndNeverOnly() {
        CheckConstraint check = new CheckConstraint(ObjectId.part(ObjectKind.CHECK, T, "c"), Samples.sql("a > 0"), false, true,
                true);
        assertThat(DdlWriter.create(check, PLAIN.withNotValid(true).withOnly(true)))
                .containsExactly("ALTER TABLE public.t ADD CONSTRAINT c CHECK (a > 0) NOT VALID");
        ForeignKey key = ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, T, "f"), List.of("a"),
                ObjectId.table("public", "u"), List.of("id"));
        assertThat(DdlWriter.create(key, PLAIN.withNotValid(true).withOnly(true))).containsExactly(
                "ALTER TABLE public.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.u (id) NOT VALID");
    }

    @Test
    void aConstraintThatIsNotValidFollowsTheNewTable() {
        CheckConstraint check = new CheckConstraint(ObjectId.part(ObjectKind.CHECK, T, "c"), Samples.sql("id > 0"), false,
                false, true);
        assertThat(DdlWriter.createTable(Table.plain(T), List.of(Samples.column(T, 1, "id", "bigint").withNotNull(true)),
                Map.of(), List.of(KEY, check), List.of(), Optional.empty(), PLAIN)).containsExactly("""
                        CREATE TABLE public.t (
                            id bigint NOT NULL,
                            CONSTRAINT t_pkey PRIMARY KEY (id)
                        )""", "ALTER TABLE public.t ADD CONSTRAINT c CHECK (id > 0) NOT VALID");
    }

    @Test
    void aPartitionHasItsColumnsWrittenAndIsAttachedApart() {
        Column inherited = new Column(ObjectId.column(T, "id"), 1, Samples.BIGINT, Optional.empty(), false, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), java.util.OptionalInt.empty(), new TreeMap<>(),
                new TreeMap<>(), true);
        Partition place = new Partition(Partition.idOf(T), ObjectId.table("public", "h"), "DEFAULT");
        assertThat(DdlWriter.createTable(Table.plain(T), List.of(inherited), Map.of(), List.of(), List.of(),
                Optional.of(place), PLAIN)).containsExactly("CREATE TABLE public.t (\n    id bigint\n)");
        assertThat(DdlWriter.create(place, PLAIN))
                .containsExactly("ALTER TABLE public.h ATTACH PARTITION public.t DEFAULT");
        assertThat(DdlWriter.drop(place, PLAIN.withConcurrently(true)))
                .containsExactly("ALTER TABLE public.h DETACH PARTITION public.t CONCURRENTLY");
    }

    @Test
    void storageIsPartOfTheDefinitionFromPostgres16On() {
        Column column = new Column(ObjectId.column(T, "a"), 1, Samples.TEXT, Optional.empty(), false, Optional.empty(),
                Optional.empty(), Optional.of("MAIN"), Optional.empty(), java.util.OptionalInt.empty(), new TreeMap<>(),
                new TreeMap<>(), false);
        assertThat(DdlWriter.create(column, WriteContext.forServer(16)))
                .containsExactly("ALTER TABLE public.t ADD COLUMN a text STORAGE MAIN");
        assertThat(DdlWriter.create(column, WriteContext.forServer(15))).containsExactly(
                "ALTER TABLE public.t ADD COLUMN a text", "ALTER TABLE public.t ALTER COLUMN a SET STORAGE MAIN");
        Alteration back = new Alteration(column, Samples.column(T, 1, "a", "text"), Aspect.COLUMN_STORAGE);
        assertThat(DdlWriter.alter(back, WriteContext.forServer(15)))
                .containsExactly("ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED");
        assertThat(DdlWriter.alter(back, WriteContext.forServer(16)))
                .containsExactly("ALTER TABLE public.t ALTER COLUMN a SET STORAGE DEFAULT");
    }

    @Test
    void aColumnComesWithItsDefaultAndAVirtualOneSaysSo() {
        Column column = Samples.column(T, 1, "at", "timestamp with time zone").withNotNull(true);
        ColumnDefault now = new ColumnDefault(ColumnDefault.idOf(column.id()), Samples.sql("now()"));
        assertThat(DdlWriter.addColumn(column, Optional.of(now), PLAIN)).containsExactly(
                "ALTER TABLE public.t ADD COLUMN at timestamp with time zone DEFAULT now() NOT NULL");
        Column virtual = Samples.column(T, 1, "v", "integer")
                .withGenerated(Optional.of(new Column.Generated(Samples.sql("a + 1"), false)));
        assertThat(DdlWriter.create(virtual, PLAIN)).containsExactly(
                "ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS (a + 1) VIRTUAL");
    }

    @Test
    void aChangeOfTypeIsConvertedAsSaidOrAsPostgresNeeds() {
        Column text = Samples.column(T, 1, "a", "text");
        Column number = Samples.column(T, 1, "a", "integer");
        assertThat(DdlWriter.alter(new Alteration(text, number, Aspect.COLUMN_TYPE), PLAIN)).containsExactly(
                "ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer");
        assertThat(DdlWriter.alter(new Alteration(text, number, Aspect.COLUMN_TYPE),
                PLAIN.withUsing(Optional.of(Samples.sql("length(a)"))))).containsExactly(
                        "ALTER TABLE public.t ALTER COLUMN a TYPE integer USING length(a)");
    }

    @Test
    void anAspectOfAnotherKindIsADefect() {
        assertThatThrownBy(() -> DdlWriter.alter(new Alteration(KEY, KEY, Aspect.COLUMN_TYPE), PLAIN))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("column-type");
    }
}
