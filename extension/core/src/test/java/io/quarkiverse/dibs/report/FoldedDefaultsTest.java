package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class FoldedDefaultsTest {

    @Test
    void aNewColumnAndItsDefaultAreOneLineAndCountOnce() {
        DiffReport diff = new DiffReport("a", "b",
                List.of(ChangeLine.of("column", Sign.CREATED, "t", "t.done", "boolean not null"),
                        ChangeLine.of("default", Sign.CREATED, "t", "t.done", "false"),
                        ChangeLine.of("default", Sign.CREATED, "t", "t.old", "1")),
                List.of(), List.of(), List.of(), List.of(), List.of(), Fingerprint.ofText(""), Fingerprint.ofText(""));

        assertThat(new TextRenderer(Palette.PLAIN).render(diff)).isEqualTo("""
                from a to b

                t
                  + t.done  boolean not null default false
                  + t.old   default 1

                2 changes (2 created, 0 altered, 0 dropped)
                """);
    }
}
