package io.quarkiverse.dibs.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final ObjectId A = ObjectId.table("public", "a");
    private static final ObjectId B = ObjectId.table("public", "b");

    @Test
    void idsAreOrderedByKindThenSchemaThenParentThenNameThenArguments() {
        List<ObjectId> ordered = List.of(
                ObjectId.namespace("z"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "a", "f", ""),
                ObjectId.overloaded(ObjectKind.ROUTINE, "a", "f", "integer"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "a", "g", ""),
                ObjectId.table("a", "z"),
                ObjectId.table("b", "a"),
                ObjectId.column(ObjectId.table("a", "a"), "z"),
                ObjectId.column(ObjectId.table("a", "b"), "a"),
                ObjectId.global(ObjectKind.COMMENT, ""),
                ObjectId.part(ObjectKind.COMMENT, ObjectId.namespace("a"), ""));
        for (int seed = 0; seed < 20; seed++) {
            List<ObjectId> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            Collections.sort(shuffled);
            assertThat(shuffled).as("seed " + seed).isEqualTo(ordered);
        }
    }

    @Test
    void objectsComeInTheOrderOfTheirIdsWhateverTheOrderOfAdding() {
        Schema one = Schema.builder().add(Table.plain(B)).add(Table.plain(A)).add(column(A, "x")).add(column(B, "x")).build();
        Schema other = Schema.builder().add(column(B, "x")).add(column(A, "x")).add(Table.plain(A)).add(Table.plain(B)).build();

        assertThat(one).isEqualTo(other).hasToString(other.toString()).hasSameHashCodeAs(other);
        assertThat(one.ids()).containsExactlyElementsOf(new TreeSet<>(one.ids()));
        assertThat(one.objects()).extracting(DbObject::id).containsExactlyElementsOf(one.ids());
    }

    @Test
    void whatAnObjectNeedsIsItsParentWhatItNamesAndWhatWasRecordedEachOnce() {
        ObjectId key = ObjectId.part(ObjectKind.PRIMARY_KEY, A, "a_pkey");
        Schema schema = Schema.builder().add(new Namespace(ObjectId.namespace("public"))).add(Table.plain(A))
                .add(Table.plain(B))
                .add(column(A, "x")).add(PrimaryKey.simple(key, List.of("x"))).dependency(key, B).dependency(key, A)
                .dependency(key, key).dependency(key, ObjectId.table("public", "nowhere")).build();

        assertThat(schema.dependenciesOf(key)).containsExactly(A, B, ObjectId.column(A, "x"));
        assertThat(schema.dependenciesOf(A)).containsExactly(ObjectId.namespace("public"));
        assertThat(schema.dependenciesOf(ObjectId.table("public", "nowhere"))).isEmpty();
        assertThat(schema.toBuilder().build()).isEqualTo(schema);
    }

    @Test
    void theSetOfWhatAnObjectNeedsIsASortedSetThatCannotBeChanged() {
        SortedIds ids = SortedIds.of(List.of(B, A, ObjectId.table("public", "c"), B));

        assertThat(ids).isEqualTo(new TreeSet<>(List.of(A, B, ObjectId.table("public", "c")))).contains(B)
                .doesNotContain(ObjectId.table("public", "d"));
        assertThat(ids.first()).isEqualTo(A);
        assertThat(ids.last()).isEqualTo(ObjectId.table("public", "c"));
        assertThat(ids.headSet(B)).containsExactly(A);
        assertThat(ids.tailSet(ObjectId.table("public", "aa"))).containsExactly(B, ObjectId.table("public", "c"));
        assertThat(ids.subSet(A, B)).containsExactly(A);
        assertThatThrownBy(() -> ids.remove(A)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ids.add(ObjectId.table("public", "d"))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SortedIds.NONE.first()).isInstanceOf(java.util.NoSuchElementException.class);
    }

    private static Column column(ObjectId table, String name) {
        return Column.of(ObjectId.column(table, name), 1, new SqlType("integer"), false);
    }

    @Test
    void everythingAnIndexKeySaysCounts() {
        List<Index.Key> keys = List.of(Index.Key.of("a"), Index.Key.of("b"),
                key(Optional.empty(), Optional.of(new Expression("a")), Map.of(), false, false),
                key(Optional.of("C"), Optional.empty(), Map.of(), false, false),
                key(Optional.empty(), Optional.empty(), Map.of("n", "1"), false, false),
                key(Optional.empty(), Optional.empty(), Map.of(), true, false),
                key(Optional.empty(), Optional.empty(), Map.of(), false, true),
                new Index.Key(Optional.of("a"), Optional.empty(), Optional.empty(), Optional.of("text_ops"), new TreeMap<>(),
                        false, false));
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < keys.size(); j++) {
                assertThat(keys.get(i).equals(keys.get(j))).as("%s and %s", keys.get(i), keys.get(j)).isEqualTo(i == j);
            }
        }
    }

    private static Index.Key key(Optional<String> collation, Optional<Expression> expression, Map<String, String> parameters,
            boolean descending, boolean nullsFirst) {
        return new Index.Key(expression.isPresent() ? Optional.empty() : Optional.of("a"), expression, collation,
                Optional.empty(), new TreeMap<>(parameters), descending, nullsFirst);
    }
}
