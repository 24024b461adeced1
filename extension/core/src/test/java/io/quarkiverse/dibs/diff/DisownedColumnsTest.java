package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class DisownedColumnsTest {

    private static final ObjectId PARENT = ObjectId.table("public", "parent");
    private static final ObjectId CHILD = ObjectId.table("public", "child");

    @Test
    void aColumnOfTheTablesOwnMovesToOneThatAParentHandsDown() {
        assertThat(DisownedColumns.movable(family(false, "text"), family(true, "text")))
                .containsExactly(ObjectId.column(CHILD, "moves"));
        assertThat(Differ.diff(family(false, "text"), family(true, "text"), DiffOptions.complete()).unmodelled()).isEmpty();
    }

    @Test
    void itStaysAndIsNamedWhileAnotherInheritedColumnChangesItsType() {
        assertThat(DisownedColumns.movable(family(false, "text"), family(true, "integer"))).isEmpty();
        assertThat(Differ.diff(family(false, "text"), family(true, "integer"), DiffOptions.complete()).unmodelled())
                .singleElement().asString().endsWith("child.moves");
    }

    private static Schema family(boolean inherited, String other) {
        return Schema.builder().add(table(PARENT)).add(table(CHILD))
                .add(new Inheritance(Inheritance.idOf(CHILD, PARENT), PARENT, 1))
                .add(column(PARENT, "moves", "text", false)).add(column(CHILD, "moves", "text", inherited))
                .add(column(PARENT, "other", other, false)).add(column(CHILD, "other", other, true)).build();
    }

    private static Table table(ObjectId id) {
        return new Table(id, Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(),
                false,
                false, Optional.empty());
    }

    private static Column column(ObjectId table, String name, String type, boolean inherited) {
        return new Column(ObjectId.column(table, name), 1, new SqlType(type), Optional.empty(), false, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(),
                inherited);
    }
}
