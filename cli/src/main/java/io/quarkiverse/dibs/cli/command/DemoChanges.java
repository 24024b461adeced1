package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The edits that the demo makes to the copied entities. An edit whose place is not found fails, so that none is lost. */
final class DemoChanges {

    private final Path module;

    DemoChanges(Path module) {
        this.module = module;
    }

    /** The newest migration whose class name ends with this. */
    String newest(String name) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(name + ".java"))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
            return "\n" + Files.readString(found.get(0)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
