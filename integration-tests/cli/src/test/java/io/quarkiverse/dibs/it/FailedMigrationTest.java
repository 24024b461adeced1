package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** What somebody sees whose migration fails: the SQL, the Java, what stands and what to do, and no row of theirs. */
class FailedMigrationTest {

    @TempDir
    Path folder;

    private String url;
    private Cli dibs;

    @BeforeEach
    void aModuleWithAMigrationThatFails() throws Exception {
        Path failing = Modules.of("failing", Map.of("M20260101000001Users", """
                @Migration(transactional = false)
                public class M20260101000001Users {
                    void migrate(MigrationContext db) {
                        db.execute("CREATE TABLE users (email text, CONSTRAINT one_of_each UNIQUE (email))");
                        db.execute("INSERT INTO users VALUES ('ann@example.org')");
                        db.execute("INSERT INTO users VALUES ('ann@example.org')");
                    }
                }
                """));
        Modules.using(folder, failing, "failing-db");
        Files.writeString(folder.resolve("dibs.toml"), Files.readString(folder.resolve("dibs.toml"))
                + "module = \"" + folder.relativize(failing.resolve("failing-db")) + "\"\n");
        url = Servers.database(15);
        dibs = Cli.in(folder).with("DATABASE_URL", url);
    }

    @Test
    void theViewNamesThePlaceTheObjectWhatStandsAndWhatToDo() {
        Result failed = dibs.run("migrate");

        assertThat(failed.status()).as(failed.toString()).isEqualTo(5);
        assertThat(failed.out()).contains("its first 2 statements stand and are recorded",
                "DIBS-0620 duplicate key value violates unique constraint", "at org/acme/db/M20260101000001Users.java:11",
                "> 11 |         db.execute(\"INSERT INTO users VALUES ('ann@example.org')\");",
                "about: constraint one_of_each of table public.users", "SQLSTATE 23505, unique violation", "GROUP BY",
                "detail: hidden, it may hold row data (--show-detail)",
                "next: correct org/acme/db/M20260101000001Users.java:11");
        assertThat(failed.out()).doesNotContain("Key (email)").doesNotContain("Exception");
        assertThat(Sql.list(url, "SELECT email FROM users")).containsExactly("ann@example.org");
    }

    @Test
    void programsGetTheSame() {
        Result failed = dibs.run("migrate", "--format", "json", "--show-detail");

        assertThat(failed.status()).as(failed.toString()).isEqualTo(5);
        assertThat(failed.out().lines().filter(line -> line.contains("\"event\":\"failed\"")).findFirst().orElseThrow())
                .contains("\"standingStatements\":2", "\"constraint\":\"one_of_each\"",
                        "\"sqlStateMeaning\":\"unique violation\"",
                        "\"sourceLines\":[\"   9 | ", "Key (email)=(ann@example.org) already exists.");
    }
}
