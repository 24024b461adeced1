package io.quarkiverse.dibs.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.dibs.intent.SqlText;
import io.quarkus.deployment.ApplicationArchive;

/**
 * The SQL files beside the entities, from the module's own resources and those of the db modules it depends on. They are
 * recorded, never run, at build time.
 */
final class SqlResources {

    static final String FOLDER = "dibs/schema";

    private SqlResources() {
    }

    static List<SqlText> of(Collection<ApplicationArchive> archives) {
        List<SqlText> files = new ArrayList<>();
        for (ApplicationArchive archive : archives) {
            archive.accept(tree -> {
                for (Path root : tree.getRoots()) {
                    Path folder = root.resolve(FOLDER);
                    if (Files.isDirectory(folder)) {
                        read(folder, files);
                    }
                }
            });
        }
        // dev mode has a module beside the application twice
        return files.stream().distinct().sorted(Comparator.comparing(SqlText::name)).toList();
    }

    private static void read(Path folder, List<SqlText> files) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).filter(path -> path.toString().endsWith(".sql")).sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.add(new SqlText("src/main/resources/" + FOLDER + "/" + name,
                        Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
