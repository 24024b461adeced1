package io.quarkiverse.dibs.runtime.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

class MigrationSourcesTest {

    @TempDir
    Path folder;

    @Test
    void aSourceIsFoundInTheFirstRootThatHasIt() throws IOException {
        Path file = write("second/org/acme/M1.java", "class M1 {}");
        MigrationSources sources = sources("first", "second");
        assertThat(sources.find("org/acme/M1.java")).contains(file);
        assertThat(sources.read("org/acme/M1.java")).contains("class M1 {}");
        assertThat(sources.find("org/acme/M2.java")).isEmpty();
        assertThat(sources.find("")).isEmpty();
    }

    @Test
    void nothingOutsideOfTheRootsIsRead() throws IOException {
        write("secret.txt", "secret");
        write("first/M1.java", "class M1 {}");
        MigrationSources sources = sources("first");
        assertThat(sources.find("../secret.txt")).isEmpty();
        assertThat(sources.find(folder.resolve("secret.txt").toString())).isEmpty();
        assertThat(sources.read("x/../../secret.txt")).isEmpty();
    }

    @Test
    void whatAPendingMigrationDeletesStandsAboveItsStatements() throws IOException {
        write("first/M1.java", """
                    // deletes-data: users: all values of users.email are gone; keep a copy
                    db.execute("ALTER TABLE users DROP COLUMN email");
                    // breaks-running-code: users: code that reads it fails
                """);
        MigrationInvoker migration = new Source("1", "M1.java");
        StatusReport pending = new StatusReport("db", List.of(MigrationRow.pending("1", "One")));
        assertThat(sources("first").consentOf(List.of(migration), pending))
                .containsExactly("users: all values of users.email are gone; keep a copy");
        assertThat(sources("first").consentOf(List.of(migration), new StatusReport("db", List.of()))).isEmpty();
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private MigrationSources sources(String... roots) {
        return new MigrationSources(List.of(roots).stream().map(folder::resolve).toList());
    }

    private record Source(String version, String sourceFile) implements MigrationInvoker {

        @Override
        public String name() {
            return "One";
        }

        @Override
        public String className() {
            return "M1";
        }

        @Override
        public boolean transactional() {
            return true;
        }

        @Override
        public boolean reactive() {
            return false;
        }

        @Override
        public String checksum() {
            return "";
        }

        @Override
        public Uni<?> invoke(MigrationContext db) {
            return null;
        }
    }
}
