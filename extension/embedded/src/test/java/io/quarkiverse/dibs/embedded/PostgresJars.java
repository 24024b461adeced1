package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The binaries' jars that the build put where tests find them. */
final class PostgresJars {

    private PostgresJars() {
    }

    static Path of(int major) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty(PostgresBinaries.DIRECTORY_PROPERTY)))) {
            return jars.filter(jar -> jar.getFileName().toString().contains("-" + major + ".")).findFirst().orElseThrow();
        }
    }
}
