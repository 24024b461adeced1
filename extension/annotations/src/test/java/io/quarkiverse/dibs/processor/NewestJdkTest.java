package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/** The processor under the compiler of a JDK 23 or later, where processors on the class path are not run by themselves. */
class NewestJdkTest {

    private static final String TEXT = """
            package org.acme;
            import io.quarkiverse.dibs.*;
            /// A comment in *Markdown*,
            /// of two lines.
            ///
            /// @param x to the right
            @Table
            public record Point(@PrimaryKey int x, int y) {
            }
            """;

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void createProject() throws IOException {
        project = new Project(folder);
        project.write("org/acme/Point.java", TEXT);
    }

    @Test
    void recordsThroughTheProcessorPath() throws Exception {
        compile("-processorpath", System.getProperty("java.class.path"));
        SourceMetadata point = project.metadata("org.acme.Point");
        assertThat(point.position()).isEqualTo(new Position(8, 15));
        assertThat(point.javadoc()).contains("A comment in *Markdown*,\nof two lines.");
        assertThat(point.fields().get("x").javadoc()).contains("to the right");
        assertThat(point.fields().get("y").position()).isEqualTo(new Position(8, 44));
    }

    @Test
    void recordsNothingFromTheClassPathAlone() throws Exception {
        compile();
        assertThat(project.classes().resolve("org/acme/Point.class")).exists();
        assertThat(project.resource("org.acme.Point")).doesNotExist();
    }

    @Test
    void recordsFromTheClassPathWhenProcessingIsAskedFor() throws Exception {
        compile("-proc:full");
        assertThat(project.resource("org.acme.Point")).exists();
    }

    private void compile(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(compiler().toString());
        command.addAll(List.of(project.arguments()));
        command.addAll(List.of(options));
        project.allSources().forEach(file -> command.add(file.toString()));
        Path output = folder.resolve("output.txt");
        int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertThat(status).as(Files.readString(output)).isZero();
    }

    /** Of a JDK beside the one that runs the test. */
    private static Path compiler() throws IOException {
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> folders = new ArrayList<>(List.of(running));
        try (Stream<Path> siblings = Files.list(running.getParent())) {
            siblings.sorted().forEach(folders::add);
        }
        Optional<Path> compiler = folders.stream().filter(jdk -> feature(jdk) >= 23).map(jdk -> jdk.resolve("bin/javac"))
                .filter(Files::isExecutable).findFirst();
        if (compiler.isEmpty()) {
            String reason = "skipped: there is no JDK 23 or later beside the running one";
            System.out.println(NewestJdkTest.class.getSimpleName() + " " + reason);
            abort(reason);
        }
        return compiler.get();
    }

    private static int feature(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=")).map(line -> line.replaceAll("[^0-9.]", ""))
                    .mapToInt(version -> Integer.parseInt(version.split("\\.")[0])).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
