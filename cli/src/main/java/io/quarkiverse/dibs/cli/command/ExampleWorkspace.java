package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.postgres.text.FileReason;

/** The example workspace that comes with the sources of dibs; it is only ever copied, never worked in. */
final class ExampleWorkspace {

    private static final Set<String> LEFT_OUT = Set.of("target", ".dibs", ".git", ".idea", ".env");

    private ExampleWorkspace() {
    }

    /** Copies it into a folder that is not there yet or empty. */
    static void copyTo(Path folder) {
        Path example = folder();
        try {
            if (Files.exists(folder)) {
                try (var entries = Files.list(folder)) {
                    if (entries.findAny().isPresent()) {
                        throw CliProblem.refused("DIBS-0931", folder + " is there already and not empty",
                                "Choose another folder.");
                    }
                }
            }
            Files.walkFileTree(example, new Copy(example, folder));
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0932", "the example cannot be copied to " + folder + ": " + FileReason.of(e),
                    "Make " + folder + " writable.");
        }
    }

    private static Path folder() {
        String home = System.getProperty("dibs.home");
        Path example = home == null ? null : Path.of(home, "integration-tests", "example");
        if (example == null || !Files.isRegularFile(example.resolve("dibs.toml"))) {
            throw CliProblem.usage("DIBS-0933", "the example workspace is not here",
                    "Run ./dibs in a clone of dibs for Quarkus.");
        }
        return example;
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
