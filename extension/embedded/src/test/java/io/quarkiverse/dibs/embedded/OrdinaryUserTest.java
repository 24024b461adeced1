package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the build runs as root, all other tests start servers as root does; this one does not. */
class OrdinaryUserTest {

    /** Postgres wants an entry in the user database, and this one ("daemon" or "bin") is in each. */
    private static final int SOMEONE = 1;

    @TempDir
    Path shared;

    private Path home;

    @BeforeEach
    void aHomeForSomeoneElse() throws Exception {
        assumeTrue(ServerUser.current().isRoot());
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = Files.createDirectory(shared.resolve("home"));
        Files.setAttribute(home, "unix:uid", SOMEONE);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void anOrdinaryUserRunsTheServerAsItselfInItsOwnHome() throws Exception {
        Path jar = Files.copy(PostgresJars.of(18), shared.resolve(PostgresJars.of(18).getFileName()));
        List<String> prefix = List.of("setpriv", "--reuid=" + SOMEONE, "--regid=" + SOMEONE, "--clear-groups");
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", home.toString(), PostgresBinaries.DIRECTORY_PROPERTY,
                jar.getParent().toString());
        try (OwnerProcess owner = OwnerProcess.launch(prefix, readableClassPath(), environment, "persistent",
                home.resolve("project").toString()).awaitServer()) {
            assertThat(owner.data()).isEqualTo(home.resolve("project/data"));
            assertThat(Files.getAttribute(owner.data(), "unix:uid")).isEqualTo(SOMEONE);
            assertThat(TestClient.query(owner.url(), "select 1")).containsExactly("1");
            ProcessHandle server = owner.server();
            ProcessHandle watcher = owner.watcher();
            owner.kill();
            OwnerProcess.awaitExit(server);
            OwnerProcess.awaitExit(watcher);
        }
    }

    /** The class path of the tests may lie where only root may look. */
    private String readableClassPath() throws Exception {
        List<String> copies = new ArrayList<>();
        for (String entry : OwnerProcess.classPath().split(File.pathSeparator)) {
            Path source = Path.of(entry);
            Path copy = shared.resolve("classpath-" + copies.size());
            if (Files.isDirectory(source)) {
                copyFolder(source, copy);
            } else if (Files.exists(source)) {
                Files.copy(source, copy);
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyFolder(Path source, Path target) throws Exception {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }
}
