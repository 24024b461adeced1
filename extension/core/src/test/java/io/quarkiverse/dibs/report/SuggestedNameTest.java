package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SuggestedNameTest {

    private static final ChangeLine ADDED = ChangeLine.of("column", Sign.CREATED, "reviews", "reviews.answered", "boolean");

    @Test
    void oneChangeIsNamedByWhatItDoes() {
        assertThat(SuggestedName.of(List.of(ADDED))).isEqualTo("add-answered-to-reviews");
        assertThat(SuggestedName.of(List.of(ChangeLine.of("column", Sign.DROPPED, "a.b", "a.b.old", "text"))))
                .isEqualTo("drop-old-from-a-b");
        assertThat(SuggestedName.of(List.of(ChangeLine.of("column", Sign.ALTERED, "t", "t.x", "")))).isEqualTo("change-x-of-t");
        assertThat(SuggestedName.of(List.of(ChangeLine.of("enum", Sign.CREATED, "", "mood", "")))).isEqualTo("create-mood");
    }

    @Test
    void aNewTableCountsForMoreThanItsColumns() {
        assertThat(SuggestedName.of(List.of(ChangeLine.of("table", Sign.CREATED, "reviews", "reviews", ""), ADDED)))
                .isEqualTo("create-reviews");
        assertThat(SuggestedName.of(List.of(ChangeLine.of("table", Sign.DROPPED, "a", "a", ""),
                ChangeLine.of("table", Sign.DROPPED, "b", "b", "")))).isEqualTo("drop-a-and-b");
    }

    @Test
    void manyChangesAreNamedByTheirTables() {
        ChangeLine other = ChangeLine.of("column", Sign.DROPPED, "Orders", "Orders.note", "text");

        assertThat(SuggestedName.of(List.of(ADDED, other))).isEqualTo("change-orders-and-reviews");
        assertThat(SuggestedName.of(List.of())).isEqualTo("change-schema");
    }
}
