package io.quarkiverse.dibs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A local Maven repository with the artifacts of this build, so that workspaces outside of it can be built without installing
 * anything for the user. What it lacks is looked for in the repository of this build.
 */
final class ReactorRepository {

    private static final Path FOLDER = create();

    private ReactorRepository() {
    }

    /** The value of {@code MAVEN_ARGS} that makes Maven use it. */
    static String mavenArguments() {
        String tail = System.getProperty("dibs.repository");
        String further = System.getProperty("dibs.repository.tail", "");
        return "-Dmaven.repo.local=" + FOLDER + " -Dmaven.repo.local.tail=" + tail
                + (further.isEmpty() || further.startsWith("${") ? "" : "," + further)
                + " -Dmaven.repo.local.tail.ignoreAvailability=true";
    }

    private static Path create() {
        Path repository = Project.ownTarget().resolve("repository");
        Path group = repository.resolve("io/quarkiverse/dibs");
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("quarkus-dibs-parent", "");
        modules.put("quarkus-dibs-extension-parent", "extension");
        modules.put("quarkus-dibs-annotations", "extension/annotations");
        modules.put("quarkus-dibs-core", "extension/core");
        modules.put("quarkus-dibs-embedded-postgres", "extension/embedded");
        modules.put("quarkus-dibs-postgres", "extension/postgres");
        modules.put("quarkus-dibs-protocol", "extension/protocol");
        modules.put("quarkus-dibs", "extension/runtime");
        modules.put("quarkus-dibs-deployment", "extension/deployment");
        modules.forEach((artifact, module) -> {
            try {
                copy(artifact, Project.root().resolve(module), group.resolve(artifact).resolve(Project.version()));
            } catch (IOException e) {
                throw new UncheckedIOException(artifact + " is not built: run the whole build (./mvnw verify)", e);
            }
        });
        return repository;
    }

    private static void copy(String artifact, Path module, Path target) throws IOException {
        Files.createDirectories(target);
        String name = artifact + "-" + Project.version();
        Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        if (!artifact.endsWith("-parent")) {
            Files.copy(module.resolve("target").resolve(name + ".jar"), target.resolve(name + ".jar"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
