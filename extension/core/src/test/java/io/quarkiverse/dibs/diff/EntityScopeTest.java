package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class EntityScopeTest {

    private static final ObjectId TABLE = ObjectId.table("public", "t");
    private static final ObjectId COLUMN = ObjectId.column(TABLE, "id");
    private static final ObjectId SEQUENCE = ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "t_id_seq");

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
