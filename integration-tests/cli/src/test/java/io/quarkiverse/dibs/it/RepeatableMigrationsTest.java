package io.quarkiverse.dibs.it;

import static io.quarkiverse.dibs.it.JourneyTest.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repeatable migration from its source to the database and, changed, to the database again. */
class RepeatableMigrationsTest {

    private static final String VIEW = """
            /** What there is to read. */
            @Repeatable
            public class ReadingView {
                void migrate(MigrationContext db) {
                    db.execute("CREATE OR REPLACE VIEW reading AS SELECT 1 AS first");
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aChangedSourceIsRunAgain() throws IOException {
        Path views = Modules.copy(Modules.of("views", Map.of("ReadingView", VIEW)), folder.resolve("views"));
        String url = Servers.database(17);
        Cli dibs = Cli.in(views).with("DATABASE_URL", url);
        assertThat(success(dibs.run("status")).out()).contains("R:ReadingView  ReadingView  pending");
        success(dibs.run("migrate"));
        assertThat(Sql.one(url, "SELECT first FROM reading")).isEqualTo("1");
        assertThat(success(dibs.run("migrate")).out()).contains("nothing to migrate");

        Path source = views.resolve("views-db/src/main/java/org/acme/db/ReadingView.java");
        Files.writeString(source, Files.readString(source).replace("SELECT 1", "SELECT 2"));
        assertThat(success(dibs.run("status")).out()).contains("pending").contains("its source has changed");
        assertThat(success(dibs.run("migrate")).out()).contains("R:ReadingView").contains("1 migration applied");
        assertThat(Sql.one(url, "SELECT first FROM reading")).isEqualTo("2");
    }
}
