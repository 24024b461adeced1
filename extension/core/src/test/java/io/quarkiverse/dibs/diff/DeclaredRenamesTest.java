package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class DeclaredRenamesTest {

    private static final ObjectId TABLE = ObjectId.table("public", "t");

    @Test
    void oneThatIsToBecomeTwoIsRefused() {
        List<Intent.Rename> renames = List.of(rename("x", "a"), rename("x", "b"));
        assertThatThrownBy(() -> Differ.diff(table("x"), table("a", "b"), DiffOptions.entities(renames, Set.of())))
                .isInstanceOf(DibsException.class).hasMessageContaining("t.x is to become both t.a and t.b");
        // once it is done the declarations say nothing
        assertThat(Differ.diff(table("a", "b"), table("a", "b"), DiffOptions.entities(renames, Set.of())).changes()).isEmpty();
    }

    @Test
    void aRingOfNamesIsTold() {
        Diff swap = Differ.diff(table("a", "b", "c", "old"), table("a", "b", "c", "new"), DiffOptions.entities(
                List.of(rename("a", "b"), rename("b", "c"), rename("c", "a"), rename("old", "new")), Set.of()));
        assertThat(SwappedNames.warnings(swap.renames().renames())).singleElement().asString()
                .startsWith("t.a and t.b and t.c change names with each other.");
        Diff chain = Differ.diff(table("a", "b"), table("b", "c"),
                DiffOptions.entities(List.of(rename("a", "b"), rename("b", "c")), Set.of()));
        assertThat(SwappedNames.warnings(chain.renames().renames())).isEmpty();
    }

    private static Intent.Rename rename(String from, String to) {
        return new Intent.Rename(ObjectId.column(TABLE, from), ObjectId.column(TABLE, to));
    }

    private static Schema table(String... columns) {
        Schema.Builder builder = Schema.builder().add(Table.plain(TABLE));
        for (int i = 0; i < columns.length; i++) {
            builder.add(Column.of(ObjectId.column(TABLE, columns[i]), i + 1, new SqlType("integer"), true));
        }
        return builder.build();
    }
}
