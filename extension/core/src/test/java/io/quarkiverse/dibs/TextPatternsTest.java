package io.quarkiverse.dibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A repeated choice, as in a text whose quotes are doubled, is matched by a call within a call for each character, unless the
 * repetition is possessive: some thousand characters overflow the stack.
 */
class TextPatternsTest {

    /** {@code |'')*}, {@code |"")+} and the same with escapes, without a further plus. */
    private static final Pattern RECURSIVE = Pattern.compile("\\|(?:''|\"\"|\\\\\"\\\\\")\\)[*+](?![+?])");

    @Test
    void quotedTextsOfAnyLengthCanBeRead() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent().getParent();
        int patterns = 0;
        List<String> recursive = new ArrayList<>();
        for (Path source : sources(root)) {
            String text = Files.readString(source);
            patterns += text.contains("Pattern") ? 1 : 0;
            if (RECURSIVE.matcher(text).find()) {
                recursive.add(root.relativize(source).toString());
            }
        }
        assertThat(patterns).as("sources with patterns").isPositive();
        assertThat(recursive).isEmpty();
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String modules : List.of("extension", "cli")) {
            try (Stream<Path> files = Files.walk(root.resolve(modules))) {
                files.filter(file -> file.toString().endsWith(".java")
                        && file.toString().contains("/src/main/java/")).forEach(sources::add);
            }
        }
        return sources;
    }
}
