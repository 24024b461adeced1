package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;

class EntityScopeTest {

    private static final ObjectId TABLE = ObjectId.table("public", "t");
    private static final ObjectId COLUMN = ObjectId.column(TABLE, "id");
    private static final ObjectId SEQUENCE = ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "t_id_seq");

    private static final ObjectId KEY = ObjectId.part(ObjectKind.PRIMARY_KEY, TABLE, "t_pkey");
    private static final ObjectId INDEX = ObjectId.inSchema(ObjectKind.INDEX, "public", "t_note_idx");

    @Test
    void aSequenceThatTheTextOfADefaultStillTakesFromStays() {
        assertThat(diff("nextval('public.t_id_seq'::regclass)").changes()).isEmpty();
    }

    @Test
    void aSequenceThatNothingTakesFromAnyMoreGoes() {
        assertThat(diff("0").changes()).extracting(change -> change.id().kind()).contains(ObjectKind.SEQUENCE);
    }

    @Test
    void aPartitionThatAMigrationCreatedStaysWhereNothingSpeaksOfPartitions() {
        Schema wanted = Schema.builder().add(Table.plain(TABLE)).build();
        ObjectId part = ObjectId.table("public", "t_1");
        Schema from = Schema.builder().add(Table.plain(TABLE)).add(Table.plain(part))
                .add(new Partition(ObjectId.part(ObjectKind.PARTITION, part, ""), TABLE, "DEFAULT")).build();
        DiffOptions options = DiffOptions.entities(List.of(), Set.of(TABLE, part));
        assertThat(Differ.diff(from, wanted, options).changes()).isEmpty();
        assertThat(Differ.diff(from, wanted, options).unmanaged()).contains(part);
        // a table of its own that a migration created goes
        Schema alone = Schema.builder().add(Table.plain(TABLE)).add(Table.plain(part)).build();
        assertThat(Differ.diff(alone, wanted, options).changes()).extracting(change -> change.id()).contains(part);
    }

    @Test
    void aChildThatAMigrationCreatedStaysWhereNothingSpeaksOfChildren() {
        Schema wanted = Schema.builder().add(Table.plain(TABLE)).build();
        ObjectId child = ObjectId.table("public", "child");
        ObjectId grandchild = ObjectId.table("public", "grandchild");
        Schema from = Schema.builder().add(Table.plain(TABLE)).add(Table.plain(child)).add(Table.plain(grandchild))
                .add(new Inheritance(Inheritance.idOf(child, TABLE), TABLE, 1))
                .add(new Inheritance(Inheritance.idOf(grandchild, child), child, 1)).build();
        Diff diff = Differ.diff(from, wanted, DiffOptions.entities(List.of(), Set.of(TABLE, child, grandchild)));
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unmanaged()).contains(child, grandchild);
    }

    @Test
    void anExclusionConstraintThatNobodySpeaksOfStaysWithItsCommentUnlessItsTableGoes() {
        ObjectId exclusion = ObjectId.part(ObjectKind.EXCLUSION, TABLE, "t_excl");
        Schema from = Schema.builder().add(Table.plain(TABLE))
                .add(new ExclusionConstraint(exclusion, new Expression("EXCLUDE USING gist (r WITH =)")))
                .add(new Comment(Comment.idOf(exclusion), "one at a time")).build();
        DiffOptions options = DiffOptions.entities(List.of(), Set.of(TABLE));
        Diff diff = Differ.diff(from, Schema.builder().add(Table.plain(TABLE)).build(), options);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unmanaged()).contains(exclusion);
        assertThat(Differ.diff(from, Schema.builder().build(), options).changes()).extracting(change -> change.id())
                .contains(exclusion);
    }

    @Test
    void whatNoEntityCanSayOfItsKeysIndexesAndChecksIsKept() {
        Schema from = keyed(List.of("note"), new TreeMap<>(Map.of("fillfactor", "70")), true)
                .add(new Comment(Comment.idOf(INDEX), "for the search")).add(new Comment(Comment.idOf(KEY), "the key")).build();
        Schema wanted = keyed(List.of(), new TreeMap<>(), false).build();
        assertThat(Differ.diff(from, wanted, DiffOptions.entities(List.of(), Set.of())).changes()).isEmpty();
        // what a file says is all meant as it stands there
        assertThat(Differ.diff(from, wanted, DiffOptions.entities(List.of(), Set.of()).withSaidInFull(Set.of(INDEX))).changes())
                .extracting(change -> change.id()).containsExactlyInAnyOrder(INDEX, Comment.idOf(INDEX));
    }

    @Test
    void aCommentThatAnEntityCouldSayGoesWhenItDoesNot() {
        Schema from = keyed(List.of(), new TreeMap<>(), false).add(new Comment(Comment.idOf(COLUMN), "old")).build();
        assertThat(Differ.diff(from, keyed(List.of(), new TreeMap<>(), false).build(),
                DiffOptions.entities(List.of(), Set.of())).changes()).extracting(change -> change.id())
                .containsExactly(Comment.idOf(COLUMN));
    }

    @Test
    void aTriggerOnAnEntitysTableStaysAlthoughAFileSaysHowTheTableIsKept() {
        ObjectId trigger = ObjectId.part(ObjectKind.TRIGGER, TABLE, "touch");
        Schema from = keyed(List.of(), new TreeMap<>(), false)
                .add(new Trigger(trigger, new Expression("CREATE TRIGGER touch"), Trigger.Enabled.ORIGIN)).build();
        Schema wanted = keyed(List.of(), new TreeMap<>(), false).build();
        Diff diff = Differ.diff(from, wanted, DiffOptions.entities(List.of(), Set.of()).withSaidInFull(Set.of(TABLE)));
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unmanaged()).contains(trigger);
        // a table that is all a file's has what the file says
        Set<ObjectId> all = wanted.ids().stream().collect(Collectors.toSet());
        assertThat(Differ.diff(from, wanted, DiffOptions.entities(List.of(), Set.of()).withSaidInFull(all)).changes())
                .extracting(change -> change.id()).containsExactly(trigger);
    }

    private static Schema.Builder keyed(List<String> include, TreeMap<String, String> parameters, boolean noInherit) {
        return Schema.builder().add(Table.plain(TABLE)).add(Column.of(COLUMN, 1, new SqlType("integer"), true))
                .add(Column.of(ObjectId.column(TABLE, "note"), 2, new SqlType("text"), false))
                .add(new PrimaryKey(KEY, List.of("id"), include, Deferrability.NOT_DEFERRABLE, false, parameters,
                        Optional.empty()))
                .add(new Index(INDEX, TABLE, "btree", false, false, List.of(Index.Key.of("note")), List.of(), Optional.empty(),
                        parameters, Optional.empty(), true))
                .add(new CheckConstraint(ObjectId.part(ObjectKind.CHECK, TABLE, "t_check"), new Expression("(id > 0)"),
                        noInherit,
                        true, true));
    }

    private static Diff diff(String wanted) {
        Schema from = table("nextval('public.t_id_seq'::regclass)")
                .add(new Sequence(SEQUENCE, SequenceOptions.defaults(new SqlType("integer")), Persistence.PERMANENT))
                .dependency(ColumnDefault.idOf(COLUMN), SEQUENCE).build();
        return Differ.diff(from, table(wanted).build(), DiffOptions.entities(List.of(), Set.of()));
    }

    private static Schema.Builder table(String value) {
        return Schema.builder().add(Table.plain(TABLE)).add(Column.of(COLUMN, 1, new SqlType("integer"), true))
                .add(new ColumnDefault(ColumnDefault.idOf(COLUMN), new Expression(value)));
    }
}
