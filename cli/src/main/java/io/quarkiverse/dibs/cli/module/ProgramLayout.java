package io.quarkiverse.dibs.cli.module;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies around a {@code quarkus-run.jar}: its jars in the order in which Quarkus' own loader asks them, and its main class.
 * A JVM that is started on these directly can share classes from an archive, which it cannot for those of another loader.
 */
record ProgramLayout(String mainClass, String classPath) {

    private static final int MAGIC = 0xF0315432;

    /** Empty when the jar is of another layout or version; it is then started as it is. */
    static Optional<ProgramLayout> of(Path jar) {
        Path home = jar.toAbsolutePath().getParent();
        Path description = home.resolve("quarkus/quarkus-application.dat");
        if (!Files.isRegularFile(description)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(description))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            in.readInt();
            String mainClass = in.readUTF();
            List<Path> jars = new ArrayList<>();
            // what the build rewrote stands before what it was made from
            for (String rewritten : List.of("quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar")) {
                Optional.of(home.resolve(rewritten)).filter(Files::isRegularFile).ifPresent(jars::add);
            }
            for (String folder : List.of("app", "lib/main", "lib/boot")) {
                jars.addAll(jarsIn(home.resolve(folder)));
            }
            return Optional.of(new ProgramLayout(mainClass,
                    jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
