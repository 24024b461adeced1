package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.View;

/** What can be altered in place, and what has to be replaced. */
class ComparisonTest {

    private static final ObjectId T = ObjectId.table("public", "t");
    private static final Column A = Column.of(ObjectId.column(T, "a"), 1, new SqlType("integer"), false);

    @Test
    void anObjectIsTheSameAsItself() {
        assertThat(Comparison.compare(A, A)).isEqualTo(new Difference.Same());
    }

    @Test
    void thePositionOfAColumnIsNotCompared() {
        assertThat(Comparison.compare(A, Column.of(A.id(), 9, A.type(), false))).isEqualTo(new Difference.Same());
    }

    @Test
    void onlyTheSameObjectIsCompared() {
        assertThatThrownBy(() -> Comparison.compare(A, Table.plain(T))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColumnIsAlteredInAnOrderThatPostgresAccepts() {
        Column identity = A.withNotNull(true).withIdentity(
                Optional.of(new Column.Identity(true, SequenceOptions.defaults(new SqlType("bigint")))))
                .withType(new SqlType("bigint"));
        assertThat(aspects(A, identity, 14)).containsExactly(Aspect.COLUMN_TYPE, Aspect.COLUMN_NOT_NULL,
                Aspect.COLUMN_IDENTITY);
        assertThat(aspects(identity, A, 14)).containsExactly(Aspect.COLUMN_IDENTITY, Aspect.COLUMN_TYPE,
                Aspect.COLUMN_NOT_NULL);
    }

    @Test
    void theConstraintBehindNotNullIsComparedWhereBothKnowItAndNoParentNamesIt() {
        for (Column same : List.of(A.withNotNull(true), notNull(named("old_b_not_null2")))) {
            assertThat(Comparison.compare(notNull(NotNull.PLAIN), same, 18)).isInstanceOf(Difference.Same.class);
        }
        assertThat(Comparison.compare(notNull(named("there")),
                notNull(new NotNull(Optional.of("parent's"), false, true, true, false)), 18))
                .isInstanceOf(Difference.Same.class);
        assertThat(aspects(notNull(named("there")), notNull(NotNull.PLAIN), 18)).containsExactly(Aspect.COLUMN_NOT_NULL_NAME);
        assertThat(aspects(notNull(NotNull.PLAIN), notNull(new NotNull(Optional.of("there"), true, false, false, true)), 18))
                .containsExactly(Aspect.COLUMN_NOT_NULL_INHERITED, Aspect.COLUMN_NOT_NULL_VALIDATED,
                        Aspect.COLUMN_NOT_NULL_NAME);
    }

    private static Column notNull(NotNull constraint) {
        return A.withNotNull(true).withNotNullConstraint(Optional.of(constraint));
    }

    private static NotNull named(String name) {
        return NotNull.PLAIN.withName(Optional.of(name));
    }

    @Test
    void theSequenceOfAnIdentityColumnFollowsItsType() {
        Column small = identity("integer", SequenceOptions.defaults(new SqlType("integer")));
        Column large = identity("bigint", SequenceOptions.defaults(new SqlType("bigint")));
        assertThat(aspects(small, large, 14)).containsExactly(Aspect.COLUMN_TYPE);
        Column other = identity("bigint", new SequenceOptions(new SqlType("bigint"), 1, 5, 1, Long.MAX_VALUE, 1, false));
        assertThat(aspects(small, other, 14)).containsExactly(Aspect.COLUMN_TYPE, Aspect.COLUMN_IDENTITY);
    }

    private static Column identity(String type, SequenceOptions options) {
        return A.withType(new SqlType(type)).withNotNull(true)
                .withIdentity(Optional.of(new Column.Identity(false, options)));
    }

    @Test
    void aNewTypeTakesStorageAndCompressionBackSoTheyAreSetAgain() {
        Column before = with("text", "MAIN", "lz4");
        assertThat(aspects(before, with("character varying(9)", "MAIN", "lz4"), 14))
                .containsExactly(Aspect.COLUMN_TYPE, Aspect.COLUMN_STORAGE, Aspect.COLUMN_COMPRESSION);
        assertThat(aspects(before, A.withType(new SqlType("character varying(9)")), 14)).containsExactly(Aspect.COLUMN_TYPE);
        assertThat(aspects(before, A.withType(new SqlType("text")), 14)).containsExactly(Aspect.COLUMN_STORAGE,
                Aspect.COLUMN_COMPRESSION);
    }

    private static Column with(String type, String storage, String compression) {
        return new Column(A.id(), 1, new SqlType(type), Optional.empty(), false, Optional.empty(), Optional.empty(),
                Optional.of(storage), Optional.of(compression), A.statisticsTarget(), A.options(), A.foreignOptions(), false);
    }

    @Test
    void aGeneratedColumnLosesItsExpressionOrGetsAnotherWherePostgresCan() {
        Column stored = A.withGenerated(Optional.of(new Column.Generated(new Expression("b + 1"), true)));
        Column other = A.withGenerated(Optional.of(new Column.Generated(new Expression("b + 2"), true)));
        Column virtual = A.withGenerated(Optional.of(new Column.Generated(new Expression("b + 1"), false)));
        assertThat(aspects(stored, A, 14)).containsExactly(Aspect.COLUMN_GENERATED);
        assertThat(aspects(stored, other, 17)).containsExactly(Aspect.COLUMN_GENERATED);
        assertThat(Comparison.compare(stored, other, 16)).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(A, stored, 18)).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(stored, virtual, 18)).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(virtual, A, 18)).isInstanceOf(Difference.Replaced.class);
        assertThat(aspects(stored, stored.withType(new SqlType("bigint")), 14)).containsExactly(Aspect.COLUMN_TYPE);
        assertThat(Comparison.compare(stored, stored.withType(new SqlType("uuid")), 14))
                .isInstanceOf(Difference.Replaced.class);
    }

    @Test
    void labelsComeAnywhereButNeitherGoNorMove() {
        ObjectId id = ObjectId.inSchema(ObjectKind.ENUM, "public", "e");
        EnumType ac = new EnumType(id, List.of("a", "c"));
        assertThat(aspects(ac, new EnumType(id, List.of("0", "a", "b", "c", "d")), 14)).containsExactly(Aspect.ENUM_LABELS);
        assertThat(Comparison.compare(ac, new EnumType(id, List.of("a")))).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(ac, new EnumType(id, List.of("c", "a")))).isInstanceOf(Difference.Replaced.class);
    }

    @Test
    void attributesComeAtTheEndOnly() {
        assertThat(aspects(composite("a", "b"), composite("a", "b", "c"), 14))
                .containsExactly(Aspect.COMPOSITE_ATTRIBUTES);
        assertThat(aspects(composite("a", "b", "c"), composite("b", "c", "d"), 14))
                .containsExactly(Aspect.COMPOSITE_ATTRIBUTES);
        assertThat(Comparison.compare(composite("a", "b"), composite("b", "a"))).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(composite("a", "b"), composite("x", "a", "b"))).isInstanceOf(Difference.Replaced.class);
    }

    private static CompositeType composite(String... names) {
        return new CompositeType(ObjectId.inSchema(ObjectKind.COMPOSITE, "public", "c"), Arrays.stream(names)
                .map(name -> new CompositeType.Attribute(name, new SqlType("text"), Optional.empty())).toList());
    }

    @Test
    void aTableIsReplacedForItsPartitionKeyAndWhatThisServerCannot() {
        Table plain = Table.plain(T);
        Table unlogged = table(Optional.empty(), Optional.empty(), Persistence.UNLOGGED);
        Table columnar = table(Optional.empty(), Optional.of("columnar"), Persistence.PERMANENT);
        assertThat(Comparison.compare(plain, table(Optional.of("LIST (a)"), Optional.empty(), Persistence.PERMANENT)))
                .isInstanceOf(Difference.Replaced.class);
        assertThat(aspects(plain, unlogged, 14)).containsExactly(Aspect.TABLE_PERSISTENCE);
        assertThat(aspects(plain, columnar, 15)).containsExactly(Aspect.TABLE_ACCESS_METHOD);
        assertThat(Comparison.compare(plain, columnar, 14)).isInstanceOf(Difference.Replaced.class);
    }

    private static Table table(Optional<String> key, Optional<String> method, Persistence persistence) {
        return new Table(T, persistence, key, method, Optional.empty(), new TreeMap<>(), false, false, Optional.empty());
    }

    @Test
    void sequencesBecomeUnloggedFromPostgres15On() {
        ObjectId id = ObjectId.inSchema(ObjectKind.SEQUENCE, "public", "s");
        SequenceOptions options = SequenceOptions.defaults(new SqlType("bigint"));
        Sequence logged = new Sequence(id, options, Persistence.PERMANENT);
        Sequence unlogged = new Sequence(id, options, Persistence.UNLOGGED);
        assertThat(aspects(logged, unlogged, 15)).containsExactly(Aspect.SEQUENCE_PERSISTENCE);
        assertThat(Comparison.compare(logged, unlogged, 14)).isInstanceOf(Difference.Replaced.class);
    }

    @Test
    void aConstraintBecomesValidatedAndIsReplacedForEverythingElse() {
        ObjectId id = ObjectId.part(ObjectKind.CHECK, T, "c");
        CheckConstraint loose = new CheckConstraint(id, new Expression("a > 0"), false, false, true);
        CheckConstraint checked = new CheckConstraint(id, new Expression("a > 0"), false, true, true);
        assertThat(aspects(loose, checked, 14)).containsExactly(Aspect.CHECK_VALIDATED);
        assertThat(Comparison.compare(checked, loose)).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(checked, new CheckConstraint(id, new Expression("a > 1"), false, true, true)))
                .isInstanceOf(Difference.Replaced.class);
        PrimaryKey key = PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, T, "k"), List.of("a"));
        assertThat(Comparison.compare(key, PrimaryKey.simple(key.id(), List.of("a", "b"))))
                .isInstanceOf(Difference.Replaced.class);
    }

    @Test
    void aForeignKeyIsDeferredValidatedAndOn18EnforcedInPlace() {
        ForeignKey key = key(Deferrability.NOT_DEFERRABLE, false, true);
        assertThat(aspects(key, key(Deferrability.INITIALLY_DEFERRED, true, true), 14))
                .containsExactly(Aspect.FOREIGN_KEY_DEFERRABILITY, Aspect.FOREIGN_KEY_VALIDATED);
        ForeignKey loose = key(Deferrability.NOT_DEFERRABLE, false, false);
        ForeignKey checked = key(Deferrability.NOT_DEFERRABLE, true, true);
        assertThat(aspects(loose, checked, 18)).containsExactly(Aspect.FOREIGN_KEY_ENFORCED);
        assertThat(aspects(checked, loose, 18)).containsExactly(Aspect.FOREIGN_KEY_ENFORCED);
        assertThat(Comparison.compare(loose, key, 18)).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(loose, checked, 17)).isInstanceOf(Difference.Replaced.class);
    }

    private static ForeignKey key(Deferrability deferrability, boolean validated, boolean enforced) {
        return new ForeignKey(ObjectId.part(ObjectKind.FOREIGN_KEY, T, "f"), List.of("a"), T, List.of("id"), false,
                ReferentialAction.NO_ACTION, List.of(), ReferentialAction.NO_ACTION, deferrability, validated, enforced, false);
    }

    @Test
    void anIndexThatIsNotValidIsBuiltAgain() {
        assertThat(Comparison.compare(index(false, "a"), index(true, "a")))
                .isEqualTo(new Difference.Replaced("an index that is not valid must be built again"));
        assertThat(Comparison.compare(index(true, "a"), index(true, "b"))).isInstanceOf(Difference.Replaced.class);
    }

    private static Index index(boolean valid, String column) {
        return new Index(ObjectId.inSchema(ObjectKind.INDEX, "public", "i"), T, "btree", false, false,
                List.of(Index.Key.of(column)), List.of(), Optional.empty(), new TreeMap<>(), Optional.empty(), valid);
    }

    @Test
    void aViewIsReplacedInPlaceWhileItsColumnsOnlyGrow() {
        assertThat(aspects(view("a"), view("a", "b"), 14)).containsExactly(Aspect.VIEW_QUERY);
        assertThat(Comparison.compare(view("a", "b"), view("a"))).isInstanceOf(Difference.Replaced.class);
        assertThat(Comparison.compare(view("a", "b"), view("b", "a"))).isInstanceOf(Difference.Replaced.class);
        ObjectId id = ObjectId.inSchema(ObjectKind.MATERIALIZED_VIEW, "public", "m");
        MaterializedView one = new MaterializedView(id, List.of(), new Expression("SELECT 1 AS a"), new TreeMap<>(),
                Optional.empty(), Optional.empty(), true);
        MaterializedView two = new MaterializedView(id, List.of(), new Expression("SELECT 2 AS a"), new TreeMap<>(),
                Optional.empty(), Optional.empty(), true);
        assertThat(Comparison.compare(one, two)).isInstanceOf(Difference.Replaced.class);
    }

    private static View view(String... columns) {
        return new View(ObjectId.inSchema(ObjectKind.VIEW, "public", "v"),
                Arrays.stream(columns)
                        .map(name -> new View.ViewColumn(name, new SqlType("text"), Optional.empty())).toList(),
                new Expression("SELECT " + String.join(", ", columns) + " FROM t"), new TreeMap<>());
    }

    @Test
    void aRoutineIsReplacedInPlaceWhileItIsCalledAlike() {
        String types = "integer, text";
        Routine from = routine(types, "a integer, text DEFAULT 'x, y'::text", "text");
        assertThat(aspects(from, routine(types, "a integer DEFAULT 1, b text DEFAULT 'z'::text", "text"), 14))
                .containsExactly(Aspect.ROUTINE_DEFINITION);
        assertThat(replaced(from, routine(types, "other integer, text DEFAULT 'x, y'::text", "text"))).isTrue();
        assertThat(replaced(from, routine(types, "integer, text DEFAULT 'x, y'::text", "text"))).isTrue();
        assertThat(replaced(from, routine(types, "a integer, text", "text"))).isTrue();
        assertThat(replaced(from, routine(types, "INOUT a integer, text DEFAULT 'x, y'::text", "text"))).isTrue();
        assertThat(replaced(from, routine(types, "a integer, text DEFAULT 'x, y'::text", "integer"))).isTrue();
        assertThat(replaced(routine("", "OUT a integer", "integer"), routine("", "OUT b integer", "integer"))).isTrue();
    }

    private static boolean replaced(DbObject from, DbObject to) {
        return Comparison.compare(from, to) instanceof Difference.Replaced;
    }

    private static Routine routine(String types, String signature, String result) {
        return new Routine(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "f", types), false, signature, result, "sql",
                new Expression("CREATE FUNCTION f(" + signature + ") RETURNS " + result));
    }

    @Test
    void aConstraintTriggerIsReplacedAndAnotherReplacedInPlace() {
        assertThat(aspects(trigger("CREATE TRIGGER x BEFORE UPDATE"), trigger("CREATE TRIGGER x BEFORE INSERT"), 14))
                .containsExactly(Aspect.TRIGGER_DEFINITION);
        assertThat(replaced(trigger("CREATE CONSTRAINT TRIGGER x AFTER UPDATE"),
                trigger("CREATE CONSTRAINT TRIGGER x AFTER INSERT"))).isTrue();
        Trigger off = new Trigger(trigger("CREATE CONSTRAINT TRIGGER x").id(), new Expression("CREATE CONSTRAINT TRIGGER x"),
                Trigger.Enabled.DISABLED);
        assertThat(aspects(trigger("CREATE CONSTRAINT TRIGGER x"), off, 14)).containsExactly(Aspect.TRIGGER_ENABLED);
    }

    private static Trigger trigger(String definition) {
        return new Trigger(ObjectId.part(ObjectKind.TRIGGER, T, "x"), new Expression(definition), Trigger.Enabled.ORIGIN);
    }

    @Test
    void aPolicyKeepsItsCommandAndItsExpressions() {
        Policy from = policy("ALL", Optional.of("a > 0"));
        assertThat(aspects(from, policy("ALL", Optional.of("a > 1")), 14)).containsExactly(Aspect.POLICY_DEFINITION);
        assertThat(replaced(from, policy("SELECT", Optional.of("a > 0")))).isTrue();
        assertThat(replaced(from, policy("ALL", Optional.empty()))).isTrue();
    }

    private static Policy policy(String command, Optional<String> using) {
        return new Policy(ObjectId.part(ObjectKind.POLICY, T, "p"), true, command, List.of(), using.map(Expression::new),
                Optional.empty());
    }

    private static List<Aspect> aspects(DbObject from, DbObject to, int major) {
        Difference difference = Comparison.compare(from, to, major);
        assertThat(difference).isInstanceOf(Difference.Altered.class);
        return ((Difference.Altered) difference).alterations().stream().map(Alteration::aspect).toList();
    }
}
