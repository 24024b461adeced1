package io.quarkiverse.dibs.deployment.devservices;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Maven that can fetch binaries which are nowhere on this machine yet: the nearest wrapper, else the one on the PATH. */
final class MavenOnPath {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private MavenOnPath() {
    }

    static Optional<Path> find(Path project) {
        for (Path folder = project.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path wrapper = folder.resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
            if (Files.isExecutable(wrapper)) {
                return Optional.of(wrapper);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(WINDOWS ? "mvn.cmd" : "mvn");
            if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
