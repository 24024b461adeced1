package io.quarkiverse.dibs.deployment.devservices;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Whether this machine has a container engine that Dev Services could talk to. Looks at names and files only: a question to the
 * engine itself would log whole screens where there is none.
 */
final class ContainerEngine {

    private static final String HOST = "docker.host";

    private final Map<String, String> environment;
    private final Path home;
    private final Path root;

    /** @param root below which the system's sockets are, for tests; otherwise {@code /} */
    ContainerEngine(Map<String, String> environment, Path home, Path root) {
        this.environment = environment;
        this.home = home;
        this.root = root;
    }

    static ContainerEngine ofThisMachine() {
        return new ContainerEngine(System.getenv(), Path.of(System.getProperty("user.home", "")), Path.of("/"));
    }

    boolean isThere() {
        return isNamed(environment.get("DOCKER_HOST")) || isNamed(System.getProperty(HOST)) || isNamed(inTestcontainersFile())
                || sockets().stream().anyMatch(Files::isWritable);
    }

    private static boolean isNamed(String host) {
        return host != null && !host.isBlank();
    }

    private String inTestcontainersFile() {
        Path file = home.resolve(".testcontainers.properties");
        if (!Files.isReadable(file)) {
            return null;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // whoever uses the file says what is wrong with it
            return null;
        }
        return properties.getProperty(HOST);
    }

    private List<Path> sockets() {
        String runtime = environment.get("XDG_RUNTIME_DIR");
        return List.of(root.resolve("var/run/docker.sock"), root.resolve("run/podman/podman.sock"),
                home.resolve(".docker/run/docker.sock"), home.resolve(".docker/desktop/docker.sock"),
                home.resolve(".rd/docker.sock"), home.resolve(".colima/default/docker.sock"),
                (runtime == null ? home.resolve(".podman") : Path.of(runtime)).resolve("podman/podman.sock"),
                (runtime == null ? home.resolve(".docker") : Path.of(runtime)).resolve("docker.sock"),
                // how Windows spells its pipes as a file
                Path.of("//./pipe/docker_engine"));
    }
}
