package io.quarkiverse.dibs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.Sign;

class SuggestedNameTest {

    @Test
    void oneChangeIsNamedByWhatItDoes() {
        assertThat(name(column(Sign.CREATED, "users", "email"))).isEqualTo("add-users-email");
        assertThat(name(column(Sign.DROPPED, "users", "email"))).isEqualTo("drop-users-email");
        assertThat(name(column(Sign.ALTERED, "users", "email"))).isEqualTo("change-users-email");
    }

    @Test
    void aNewColumnAndItsDefaultAreOneChange() {
        assertThat(name(column(Sign.CREATED, "users", "active"),
                ChangeLine.of("default", Sign.CREATED, "users", "users.active", "true"))).isEqualTo("add-users-active");
    }

    @Test
    void aNewTableIsCreated() {
        assertThat(name(table(Sign.CREATED, "users"), column(Sign.CREATED, "users", "id"))).isEqualTo("create-users");
    }

    @Test
    void manyNewTablesHaveNoNameOfTheirOwn() {
        assertThat(name(table(Sign.CREATED, "a"), table(Sign.CREATED, "b"), table(Sign.CREATED, "c")))
                .isEqualTo("create-tables");
        assertThat(name(table(Sign.CREATED, "a"), table(Sign.DROPPED, "b"), table(Sign.CREATED, "c")))
                .isEqualTo("change-schema");
    }

    @Test
    void changesOfTwoTablesNameBoth() {
        assertThat(name(column(Sign.CREATED, "users", "a"), column(Sign.DROPPED, "orders", "b")))
                .isEqualTo("change-orders-users");
    }

    @Test
    void whatNoNameCanHaveBecomesAHyphen() {
        assertThat(name(column(Sign.CREATED, "Odd Table", "a.b"))).isEqualTo("add-odd-table-a-b");
        assertThat(name(ChangeLine.of("type", Sign.CREATED, "", "\"!\"", ""))).isEqualTo("create");
        assertThat(SuggestedName.of(List.of())).isEqualTo("change-schema");
    }

    private static ChangeLine table(Sign sign, String name) {
        return ChangeLine.of("table", sign, name, name, "");
    }

    private static ChangeLine column(Sign sign, String table, String name) {
        return ChangeLine.of("column", sign, table, table + "." + name, "text");
    }

    private static String name(ChangeLine... changes) {
        return SuggestedName.of(List.of(changes));
    }
}
