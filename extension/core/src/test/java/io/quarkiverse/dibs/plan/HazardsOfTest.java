package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Samples;
import io.quarkiverse.dibs.sql.WriteContext;

class HazardsOfTest {

    private static final WriteContext PLAIN = WriteContext.forServer(18);
    private static final ObjectId T = ObjectId.table("public", "t");
    private static final Column A = Column.of(ObjectId.column(T, "a"), 1, new SqlType("text"), false);
    private static final Schema SCHEMA = Schema.builder().add(Table.plain(T)).add(A).build();
    private static final Schema EMPTY = Schema.EMPTY;

    @Test
    void aHazardIsWrittenInLowerCaseWithHyphens() {
        assertThat(Hazard.DELETES_DATA.writtenName()).isEqualTo("deletes-data");
        for (Hazard hazard : Hazard.values()) {
            assertThat(Hazard.ofWrittenName(hazard.writtenName())).contains(hazard);
        }
        assertThat(Hazard.ofWrittenName("DELETES_DATA")).isEmpty();
    }

    @Test
    void droppingATableOrAColumnDeletesDataAndBreaksCode() {
        assertThat(hazards(EMPTY, new Change.Drop(Table.plain(T)))).containsExactly(Hazard.DELETES_DATA,
                Hazard.BREAKS_RUNNING_CODE);
        assertThat(hazards(EMPTY, new Change.Drop(A))).containsExactly(Hazard.DELETES_DATA, Hazard.BREAKS_RUNNING_CODE);
        // the column comes back, its values do not
        assertThat(hazards(SCHEMA, new Change.Drop(A))).containsExactly(Hazard.DELETES_DATA);
    }

    @Test
    void droppingWhatIsComputedDeletesNothing() {
        Column generated = A.withGenerated(Optional.of(new Column.Generated(new Expression("b"), true)));
        assertThat(hazards(EMPTY, new Change.Drop(generated))).containsExactly(Hazard.BREAKS_RUNNING_CODE);
        assertThat(hazards(EMPTY, new Change.Drop(Samples.index(T, "i", Index.Key.of("a"))))).isEmpty();
    }

    @Test
    void aNewColumnWithoutAValueFailsOnRows() {
        Column needed = Column.of(ObjectId.column(T, "n"), 1, new SqlType("text"), true);
        assertThat(hazards(SCHEMA, new Change.Create(needed))).containsExactly(Hazard.MAY_FAIL_ON_DATA,
                Hazard.BREAKS_RUNNING_CODE);
        assertThat(hazards(SCHEMA, new Change.Create(needed),
                new Change.Create(new ColumnDefault(ColumnDefault.idOf(needed.id()), new Expression("''::text"))))).isEmpty();
        assertThat(hazards(SCHEMA, new Change.Create(needed.withNotNull(false)))).isEmpty();
    }

    @Test
    void nothingIsAHazardOnATableThatThePlanCreates() {
        EffectsOf effects = new EffectsOf(EMPTY, SCHEMA, Set.of(T), Set.of(), 18);
        for (DbObject object : List.of(A.withNotNull(true), Samples.index(T, "i", Index.Key.of("a")),
                new CheckConstraint(ObjectId.part(ObjectKind.CHECK, T, "c"), new Expression("a <> ''"), false, true, true))) {
            assertThat(effects.hazards(List.of(new Change.Create(object)), PLAIN)).isEmpty();
            assertThat(effects.of(new Change.Create(object))).isEqualTo(Effects.NONE);
        }
    }

    @Test
    void anIndexBlocksWritersWhileItReadsTheTableUnlessItIsBuiltConcurrently() {
        Index index = Samples.index(T, "i", Index.Key.of("a"));
        assertThat(hazards(SCHEMA, new Change.Create(index))).containsExactly(Hazard.LONG_SCAN, Hazard.BLOCKS_WRITES);
        assertThat(new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).hazards(List.of(new Change.Create(index)),
                PLAIN.withConcurrently(true))).isEmpty();
    }

    @Test
    void aNewTypeSaysWhatItDoesToValuesAndToTheTable() {
        assertThat(hazards(SCHEMA, type("text", "character varying"))).isEmpty();
        assertThat(hazards(SCHEMA, type("integer", "bigint"))).containsExactly(Hazard.REWRITES_TABLE, Hazard.BLOCKS_READS);
        assertThat(hazards(SCHEMA, type("text", "integer"))).containsExactly(Hazard.REWRITES_TABLE, Hazard.BLOCKS_READS,
                Hazard.MAY_FAIL_ON_DATA);
        assertThat(hazards(SCHEMA, type("numeric(10,4)", "numeric(10,2)"))).containsExactly(Hazard.REWRITES_TABLE,
                Hazard.BLOCKS_READS, Hazard.DELETES_DATA);
    }

    private static Change type(String from, String to) {
        return new Change.Alter(new Alteration(A.withType(new SqlType(from)), A.withType(new SqlType(to)),
                Aspect.COLUMN_TYPE));
    }

    @Test
    void notNullReadsTheTableAndFailsOnNulls() {
        assertThat(hazards(SCHEMA, new Change.Alter(new Alteration(A, A.withNotNull(true), Aspect.COLUMN_NOT_NULL))))
                .containsExactly(Hazard.LONG_SCAN, Hazard.BLOCKS_READS, Hazard.MAY_FAIL_ON_DATA);
        assertThat(hazards(SCHEMA, new Change.Alter(new Alteration(A.withNotNull(true), A, Aspect.COLUMN_NOT_NULL))))
                .isEmpty();
    }

    @Test
    void aNewNameBreaksCodeButNotThatOfAnIndex() {
        assertThat(hazards(SCHEMA, new Change.Rename(A, ObjectId.column(T, "b")))).containsExactly(Hazard.BREAKS_RUNNING_CODE);
        Index index = Samples.index(T, "i", Index.Key.of("a"));
        assertThat(hazards(SCHEMA, new Change.Rename(index, index.id().withName("j")))).isEmpty();
    }

    @Test
    void aRevokedPrivilegeIsLost() {
        ObjectId id = ObjectId.part(ObjectKind.GRANT, T, "app");
        Grant select = grant(id, "SELECT");
        assertThat(hazards(EMPTY, new Change.Drop(select))).containsExactly(Hazard.LOSES_PRIVILEGE);
        assertThat(hazards(EMPTY, new Change.Alter(new Alteration(select, grant(id, "INSERT"), Aspect.GRANT_PRIVILEGES))))
                .containsExactly(Hazard.LOSES_PRIVILEGE);
        assertThat(hazards(EMPTY, new Change.Alter(new Alteration(select, grant(id, "INSERT", "SELECT"),
                Aspect.GRANT_PRIVILEGES)))).isEmpty();
        assertThat(hazards(EMPTY, new Change.Create(select))).isEmpty();
    }

    private static Grant grant(ObjectId id, String... privileges) {
        SortedMap<String, Boolean> map = new TreeMap<>();
        Stream.of(privileges).forEach(privilege -> map.put(privilege, false));
        return new Grant(id, map, new TreeSet<>());
    }

    @ParameterizedTest
    @ValueSource(strings = { "random()", "gen_random_uuid()", "clock_timestamp()", "nextval('s'::regclass)", "public.mine(1)",
            "(now() + my_offset())", "\"Odd\"()" })
    void whatCanDifferFromRowToRowIsVolatile(String expression) {
        assertThat(Volatility.isVolatile(new Expression(expression))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "now()", "CURRENT_TIMESTAMP", "'random()'::text", "'{}'::jsonb", "(1 + 2)",
            "'x'::character varying(20)", "ARRAY[]::text[]", "'2020-01-01 00:00:00'::timestamp(3) without time zone",
            "(now() AT TIME ZONE 'utc'::text)", "numeric '1'", "date_trunc('day'::text, now())", "'it''s nextval(1)'::text" })
    void whatIsTheSameForEveryRowIsNot(String expression) {
        assertThat(Volatility.isVolatile(new Expression(expression))).isFalse();
    }

    private static List<Hazard> hazards(Schema after, Change... changes) {
        return new EffectsOf(SCHEMA, after, Set.of(), Set.of(), 18).hazards(List.of(changes), PLAIN).stream()
                .map(HazardNote::hazard)
                .toList();
    }
}
