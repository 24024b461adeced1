package io.quarkiverse.dibs.cli.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQL files that were deleted or renamed. Maven copies resources and never removes a copy, so that a file would count until
 * somebody cleans the module. What comes from elsewhere than the module's own resources is copied again by the build.
 */
final class DeletedSqlFiles {

    private static final String FOLDER = "dibs/schema";

    private DeletedSqlFiles() {
    }

    /** Removes their copies, and the jar, which Maven takes for up to date when nothing in it is newer. */
    static void forget(Path module) throws IOException {
        Path copies = module.resolve("target/classes").resolve(FOLDER);
        if (!Files.isDirectory(copies)) {
            return;
        }
        Path sources = module.resolve("src/main/resources").resolve(FOLDER);
        List<Path> deleted;
        try (Stream<Path> files = Files.walk(copies)) {
            deleted = files.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
                    .filter(file -> !Files.exists(sources.resolve(copies.relativize(file)))).toList();
        }
        if (!deleted.isEmpty()) {
            for (Path copy : deleted) {
                Files.delete(copy);
            }
            try (Stream<Path> jars = Files.list(module.resolve("target"))) {
                for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    Files.delete(jar);
                }
            }
        }
    }
}
