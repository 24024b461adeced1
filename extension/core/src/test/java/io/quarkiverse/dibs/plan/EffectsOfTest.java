package io.quarkiverse.dibs.plan;

import static io.quarkiverse.dibs.plan.LockMode.ACCESS_EXCLUSIVE;
import static io.quarkiverse.dibs.plan.LockMode.ROW_SHARE;
import static io.quarkiverse.dibs.plan.LockMode.SHARE;
import static io.quarkiverse.dibs.plan.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.quarkiverse.dibs.plan.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.AlteredSamples;
import io.quarkiverse.dibs.sql.Samples;
import io.quarkiverse.dibs.sql.WriteContext;

/** The hazards table of SAFETY, row by row; what is said here was measured on Postgres 14 and 18. */
class EffectsOfTest {

    private static final WriteContext PLAIN = WriteContext.forServer(18);
    private static final ObjectId T = ObjectId.table("public", "t");
    private static final ObjectId P = ObjectId.table("public", "p");
    private static final ObjectId CHILD = ObjectId.table("public", "child");
    private static final ObjectId H = ObjectId.table("public", "h");
    private static final ObjectId H1 = ObjectId.table("public", "h1");
    private static final ObjectId REST = ObjectId.table("public", "rest");
    private static final Column A = Column.of(ObjectId.column(T, "a"), 1, new SqlType("text"), false);
    private static final ForeignKey KEY = ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, T, "f"), List.of("a"), P,
            List.of("id"));
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Schema.Builder builder = Schema.builder();
        Stream.of(T, P, CHILD, H, H1, REST).forEach(id -> builder.add(Table.plain(id)));
        return builder.add(A).add(KEY).add(new Inheritance(Inheritance.idOf(CHILD, T), T, 1))
                .add(new Partition(Partition.idOf(REST), H, "DEFAULT")).build();
    }

    @Test
    void aNewTableLocksOnlyWhatItRefersTo() {
        ObjectId born = ObjectId.table("public", "born");
        ForeignKey key = ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, born, "f"), List.of("a"), P, List.of("id"));
        EffectsOf effects = new EffectsOf(SCHEMA, SCHEMA, Set.of(born), Set.of(), 18);
        assertThat(effects.of(new Change.Create(Table.plain(born)))).isEqualTo(Effects.NONE);
        assertThat(effects.of(creates(Table.plain(born), key), PLAIN)).isEqualTo(Effects.lock(P, SHARE_ROW_EXCLUSIVE));
        assertThat(effects.of(new Change.Create(key))).isEqualTo(Effects.lock(P, SHARE_ROW_EXCLUSIVE));
        assertThat(effects.of(new Change.Create(Column.of(ObjectId.column(born, "x"), 1, new SqlType("text"), true))))
                .isEqualTo(Effects.NONE);
    }

    @Test
    void aDroppedForeignKeyLocksTheTableItRefersTo() {
        assertThat(drop(KEY).locks()).isEqualTo(Map.of(T, ACCESS_EXCLUSIVE, P, ACCESS_EXCLUSIVE));
        assertThat(drop(Table.plain(T)).locks()).isEqualTo(Map.of(T, ACCESS_EXCLUSIVE, P, ACCESS_EXCLUSIVE));
        assertThat(drop(A).locks())
                .isEqualTo(Map.of(T, ACCESS_EXCLUSIVE, P, ACCESS_EXCLUSIVE, CHILD, ACCESS_EXCLUSIVE));
    }

    @Test
    void aColumnWhoseForeignKeyWasDroppedBeforeLocksItsOwnTableOnly() {
        assertThat(new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(KEY.id()), 18).of(new Change.Drop(A)).locks())
                .isEqualTo(Map.of(T, ACCESS_EXCLUSIVE, CHILD, ACCESS_EXCLUSIVE));
    }

    @Test
    void aNewColumnRewritesTheTableWhenEachRowGetsAValueOfItsOwn() {
        Column plain = Column.of(ObjectId.column(T, "n"), 9, new SqlType("uuid"), true);
        assertThat(of(plain)).isEqualTo(exclusive());
        assertThat(of(plain, value(plain, "'x'::text"))).isEqualTo(exclusive());
        assertThat(of(plain, value(plain, "now()"))).isEqualTo(exclusive());
        assertThat(of(plain, value(plain, "gen_random_uuid()"))).isEqualTo(rewritten());
        assertThat(of(plain.withIdentity(Optional.of(new Column.Identity(true,
                SequenceOptions.defaults(new SqlType("bigint"))))))).isEqualTo(rewritten());
        assertThat(of(plain.withGenerated(Optional.of(new Column.Generated(new Expression("a"), true)))))
                .isEqualTo(rewritten());
        assertThat(of(plain.withGenerated(Optional.of(new Column.Generated(new Expression("a"), false)))))
                .isEqualTo(exclusive());
    }

    @Test
    void aNewTypeRewritesTheTableUnlessTheBytesStay() {
        assertThat(alter(A, A.withType(new SqlType("character varying")), Aspect.COLUMN_TYPE)).isEqualTo(exclusive());
        assertThat(alter(A, A.withType(new SqlType("character varying(5)")), Aspect.COLUMN_TYPE)).isEqualTo(rewritten());
        assertThat(alter(A, A.withCollation(Optional.of("pg_catalog.\"C\"")), Aspect.COLUMN_TYPE))
                .isEqualTo(exclusive().andScan(T).andScan(CHILD));
    }

    @Test
    void notNullReadsEveryRowAndItsRemovalNone() {
        assertThat(alter(A, A.withNotNull(true), Aspect.COLUMN_NOT_NULL)).isEqualTo(exclusive().andScan(T).andScan(CHILD));
        assertThat(alter(A.withNotNull(true), A, Aspect.COLUMN_NOT_NULL)).isEqualTo(exclusive());
    }

    @Test
    void aConstraintThatIsNotValidIsAddedWithoutLooking() {
        CheckConstraint check = new CheckConstraint(ObjectId.part(ObjectKind.CHECK, T, "c"), new Expression("a <> ''"), true,
                true, true);
        assertThat(of(check)).isEqualTo(exclusive().andScan(T));
        assertThat(of(check, PLAIN.withNotValid(true))).isEqualTo(exclusive());
        Effects both = Effects.lock(T, SHARE_ROW_EXCLUSIVE).andLock(P, SHARE_ROW_EXCLUSIVE);
        assertThat(of(KEY)).isEqualTo(both.andScan(T).andScan(P));
        assertThat(of(KEY, PLAIN.withNotValid(true))).isEqualTo(both);
    }

    @Test
    void validatingLetsReadersAndWritersPass() {
        assertThat(alter(KEY, KEY, Aspect.FOREIGN_KEY_VALIDATED))
                .isEqualTo(Effects.lock(T, SHARE_UPDATE_EXCLUSIVE).andLock(P, ROW_SHARE).andScan(T)
                        .andScan(P));
    }

    @Test
    void anIndexBlocksWritersUnlessItIsBuiltConcurrently() {
        Index index = Samples.index(T, "i", Index.Key.of("a"));
        assertThat(of(index)).isEqualTo(Effects.lock(T, SHARE).andScan(T));
        assertThat(of(index, PLAIN.withConcurrently(true)))
                .isEqualTo(Effects.lock(T, SHARE_UPDATE_EXCLUSIVE).andScan(T).notTransactional());
        assertThat(drop(index)).isEqualTo(Effects.lock(T, ACCESS_EXCLUSIVE));
        assertThat(new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).of(List.of(new Change.Drop(index)),
                PLAIN.withConcurrently(true))).isEqualTo(Effects.lock(T, SHARE_UPDATE_EXCLUSIVE).notTransactional());
    }

    @Test
    void aKeyOnTopOfAnIndexIsShort() {
        PrimaryKey key = PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, T, "k"), List.of("a"));
        assertThat(of(key)).isEqualTo(Effects.lock(T, ACCESS_EXCLUSIVE).andScan(T));
        assertThat(of(key, PLAIN.withUsingIndex(Optional.of("i")))).isEqualTo(Effects.lock(T, ACCESS_EXCLUSIVE));
    }

    @Test
    void attachingReadsThePartitionAndTheDefaultOne() {
        Partition place = new Partition(Partition.idOf(H1), H, "FOR VALUES IN (1)");
        assertThat(of(place)).isEqualTo(Effects.lock(H, SHARE_UPDATE_EXCLUSIVE).andLock(H1, ACCESS_EXCLUSIVE).andScan(H1)
                .andLock(REST, ACCESS_EXCLUSIVE).andScan(REST));
        assertThat(drop(place)).isEqualTo(
                Effects.lock(H, ACCESS_EXCLUSIVE).andLock(H1, ACCESS_EXCLUSIVE).andLock(REST, ACCESS_EXCLUSIVE));
    }

    @Test
    void everyKindAndAspectHasEffects() {
        Schema.Builder builder = Schema.builder();
        List<DbObject> all = new ArrayList<>();
        Samples.all().forEach(all::addAll);
        all.forEach(object -> builder.put(object));
        Schema full = builder.build();
        EffectsOf effects = new EffectsOf(full, full, Set.of(), Set.of(), 14);
        for (DbObject object : all) {
            assertThat(effects.of(new Change.Create(object)).transactional()).isTrue();
            assertThat(effects.of(new Change.Drop(object)).rewrites()).isEmpty();
            assertThat(effects.hazards(List.of(new Change.Drop(object)), PLAIN)).allSatisfy(
                    note -> assertThat(note.reason()).isNotBlank());
        }
        for (AlteredSamples.Pair pair : AlteredSamples.all()) {
            for (Aspect aspect : aspectsOf(pair)) {
                Change change = new Change.Alter(new Alteration(pair.from(), pair.to(), aspect));
                assertThat(effects.of(change)).isNotNull();
                assertThat(effects.hazards(List.of(change), PLAIN)).isNotNull();
            }
        }
    }

    private static List<Aspect> aspectsOf(AlteredSamples.Pair pair) {
        return ((Difference.Altered) Comparison.compare(pair.from(),
                pair.to(), 18)).alterations().stream().map(Alteration::aspect).toList();
    }

    @Test
    void effectsAddUpToTheStrongerLock() {
        Effects both = Effects.lock(T, SHARE).andScan(T).and(Effects.lock(T, ROW_SHARE).andRewrite(P).notTransactional());
        assertThat(both.locks()).isEqualTo(new TreeMap<>(Map.of(T, SHARE)));
        assertThat(both.scans()).containsExactly(T);
        assertThat(both.rewrites()).containsExactly(P);
        assertThat(both.transactional()).isFalse();
        assertThat(ACCESS_EXCLUSIVE.catalogName()).isEqualTo("AccessExclusiveLock");
    }

    private static Effects exclusive() {
        return Effects.lock(T, ACCESS_EXCLUSIVE).andLock(CHILD, ACCESS_EXCLUSIVE);
    }

    private static Effects rewritten() {
        return exclusive().andScan(T).andScan(CHILD).andRewrite(T).andRewrite(CHILD);
    }

    private static ColumnDefault value(Column column, String sql) {
        return new ColumnDefault(ColumnDefault.idOf(column.id()), new Expression(sql));
    }

    private static Effects of(DbObject... objects) {
        return new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).of(creates(objects), PLAIN);
    }

    private static Effects of(DbObject object, WriteContext form) {
        return new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).of(creates(object), form);
    }

    private static Effects drop(DbObject object) {
        return new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).of(new Change.Drop(object));
    }

    private static Effects alter(DbObject from, DbObject to, Aspect aspect) {
        return new EffectsOf(SCHEMA, SCHEMA, Set.of(), Set.of(), 18).of(new Change.Alter(new Alteration(from, to, aspect)));
    }

    private static List<Change> creates(DbObject... objects) {
        return Stream.of(objects).<Change> map(Change.Create::new).toList();
    }
}
