package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Workspaces that many tests share: built once, then used as they are through {@code db.binary}, or copied and changed. */
final class Modules {

    private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, String>> SOURCES = new ConcurrentHashMap<>();

    private Modules() {
    }

    /** The example workspace, copied by the command itself and built. */
    static Path shop() {
        return BUILT.computeIfAbsent("shop", name -> {
            Path folder = empty(name);
            Cli.Result copied = Cli.in(Project.target()).run("example", folder.toString());
            assertThat(copied.status()).as(copied.toString()).isZero();
            return built(folder, "shop-db");
        });
    }

    /** A workspace started by {@code init} whose module has these sources, by class name, in package {@code org.acme.db}. */
    static Path of(String name, Map<String, String> sources) {
        // or a test would run the module of another one, or not, as they happen to follow each other
        assertThat(SOURCES.putIfAbsent(name, sources)).as("the workspace " + name + " of another test").isIn(null, sources);
        return BUILT.computeIfAbsent(name, key -> {
            Path folder = started(empty(key), sources);
            return built(folder, key + "-db");
        });
    }

    /** The same, not built. */
    static Path started(Path folder, Map<String, String> sources) {
        try {
            Files.createDirectories(folder);
            Cli.Result init = Cli.in(folder).run("init");
            assertThat(init.status()).as(init.toString()).isZero();
            Path code = folder.resolve(moduleName(folder)).resolve("src/main/java/org/acme/db");
            Files.delete(code.resolve("Person.java"));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Files.writeString(code.resolve(source.getKey() + ".java"),
                        "package org.acme.db;\n\nimport io.quarkiverse.dibs.*;\nimport java.util.*;\n\n" + source.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String moduleName(Path folder) {
        return folder.getFileName().toString().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + "-db";
    }

    /** Makes a folder a workspace that runs the built module of another one. */
    static Path using(Path folder, Path workspace, String module) {
        try {
            Files.writeString(folder.resolve("dibs.toml"), "[db]\nbinary = \""
                    + workspace.resolve(module).resolve("target/quarkus-app/quarkus-run.jar") + "\"\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy with its build, whose times are kept so that nothing is built again. */
    static Path copy(Path workspace, Path folder) {
        try {
            Files.walkFileTree(workspace, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                    if (at.endsWith(".dibs")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(folder.resolve(workspace.relativize(at)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, folder.resolve(workspace.relativize(file)),
                            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path at, IOException failure) throws IOException {
                    Files.setLastModifiedTime(folder.resolve(workspace.relativize(at)), Files.getLastModifiedTime(at));
                    return FileVisitResult.CONTINUE;
                }
            });
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path empty(String name) {
        Path folder = Project.ownTarget().resolve("workspaces").resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static Path built(Path folder, String module) {
        Cli.Result schema = Cli.in(folder).run("schema", "--plain");
        assertThat(schema.status()).as(schema.toString()).isZero();
        assertThat(folder.resolve(module).resolve("target/quarkus-app/quarkus-run.jar")).isRegularFile();
        return folder;
    }
}
