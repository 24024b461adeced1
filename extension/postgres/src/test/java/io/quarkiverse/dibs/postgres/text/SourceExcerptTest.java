package io.quarkiverse.dibs.postgres.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceExcerptTest {

    @TempDir
    Path folder;
    private Path sources;

    @BeforeEach
    void write() throws IOException {
        sources = Files.createDirectories(folder.resolve("src"));
        Files.createDirectories(sources.resolve("org"));
        Files.writeString(sources.resolve("org/M1.java"), "one\ntwo\n\tthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n");
        Files.writeString(folder.resolve("Other.java"), "secret\n");
    }

    @Test
    void theLineIsMarkedBetweenTwoOnEachSide() {
        assertThat(SourceExcerpt.lines(sources, "org/M1.java:3")).containsExactly("  1 | one", "  2 | two", "> 3 |     three",
                "  4 | four", "  5 | five");
        assertThat(SourceExcerpt.lines(sources, "org/M1.java:10:7")).containsExactly("   8 | eight", "   9 | nine",
                "> 10 | ten");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(SourceExcerpt.lines(sources, "org/M1.java:11")).isEmpty();
        assertThat(SourceExcerpt.lines(sources, "org/M2.java:1")).isEmpty();
        assertThat(SourceExcerpt.lines(sources, "org.acme.M1")).isEmpty();
        assertThat(SourceExcerpt.lines(sources, "org/M1.java:99999999999")).isEmpty();
    }

    @Test
    void nothingOutsideTheSourcesIsShown() {
        assertThat(SourceExcerpt.lines(sources, "../Other.java:1")).isEmpty();
    }
}
