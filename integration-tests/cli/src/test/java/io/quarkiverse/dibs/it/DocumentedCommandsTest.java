package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer types, word for word: the pages' commands are run in their order, their files written where they say, and
 * each line that a page shows has to come out. {@code *} stands for anything; lines may be left out.
 */
class DocumentedCommandsTest {

    private static final Path PAGES = Project.root().resolve("docs/modules/ROOT/pages");

    @TempDir
    Path folder;

    @Test
    void thePagesForNewcomersDoWhatTheySay() throws IOException {
        Path current = folder;
        int commands = 0;
        for (String page : List.of("first-table", "data-migrations")) {
            for (DocumentedBlock block : DocumentedBlock.of(Files.readString(PAGES.resolve(page + ".adoc")))) {
                switch (block.role()) {
                    case "file" -> Files.writeString(current.resolve(block.title()), block.text());
                    case "method" -> replaceMethod(only(current, block.title()), block.text());
                    case "run" -> {
                        for (DocumentedBlock.Command command : block.commands()) {
                            commands++;
                            if (command.line().startsWith("cd ")) {
                                current = current.resolve(command.line().substring("cd ".length()));
                            } else {
                                run(page, current, command);
                            }
                        }
                    }
                    default -> throw new AssertionError(page + ": role " + block.role());
                }
            }
        }
        System.out.println("DocumentedCommandsTest: " + commands + " commands");
        assertThat(commands).isGreaterThan(15);
    }

    private static void run(String page, Path folder, DocumentedBlock.Command command) {
        String[] words = command.line().split(" ");
        assertThat(words[0]).as(page + ": " + command.line()).isEqualTo("dibs");
        Cli.Result result = JourneyTest.success(Cli.in(folder).run(Stream.of(words).skip(1).toArray(String[]::new)));
        for (String line : command.shown()) {
            assertThat(result.out().lines()).as(page + ": " + command.line() + "\n" + result)
                    .anyMatch(actual -> DocumentedBlock.shows(actual, line));
        }
    }

    /** Versions are the time, so that generated files are named by a pattern. */
    private static Path only(Path folder, String pattern) throws IOException {
        Path place = folder.resolve(pattern).getParent();
        try (var files = Files.newDirectoryStream(place, Path.of(pattern).getFileName().toString())) {
            List<Path> found = new java.util.ArrayList<>();
            files.forEach(found::add);
            assertThat(found).as(pattern).hasSize(1);
            return found.get(0);
        }
    }

    private static void replaceMethod(Path file, String method) throws IOException {
        String source = Files.readString(file);
        String before = source.substring(0, source.indexOf("    void migrate("));
        Files.writeString(file, before + method.indent(4) + "}\n");
    }
}
