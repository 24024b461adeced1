package io.quarkiverse.dibs.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerEngineTest {

    @TempDir
    Path home;

    @TempDir
    Path root;

    @Test
    void aBareMachineHasNone() {
        assertThat(engine(Map.of()).isThere()).isFalse();
        assertThat(engine(Map.of("DOCKER_HOST", " ")).isThere()).isFalse();
    }

    @Test
    void aNamedHostIsOne() {
        assertThat(engine(Map.of("DOCKER_HOST", "tcp://elsewhere:2375")).isThere()).isTrue();
    }

    @Test
    void aHostInTheFileOfTestcontainersIsOne() throws Exception {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=tcp://elsewhere:2375\n");
        assertThat(engine(Map.of()).isThere()).isTrue();
    }

    @Test
    void aFileOfTestcontainersThatSaysNoHostIsNone() throws Exception {
        Files.writeString(home.resolve(".testcontainers.properties"), "testcontainers.reuse.enable=true\n");
        assertThat(engine(Map.of()).isThere()).isFalse();
    }

    @Test
    void theSocketOfDockerIsOne() throws Exception {
        socket(root.resolve("var/run/docker.sock"));
        assertThat(engine(Map.of()).isThere()).isTrue();
    }

    @Test
    void theSocketOfPodmanIsOneForRootAndForUsers() throws Exception {
        socket(root.resolve("run/podman/podman.sock"));
        assertThat(engine(Map.of()).isThere()).isTrue();
        Files.delete(root.resolve("run/podman/podman.sock"));
        socket(home.resolve("run/podman/podman.sock"));
        assertThat(engine(Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString())).isThere()).isTrue();
    }

    private static void socket(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private ContainerEngine engine(Map<String, String> environment) {
        return new ContainerEngine(environment, home, root);
    }
}
