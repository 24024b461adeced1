package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** A migration that calls System.exit: its status is not that of the run, and nobody waits for what cannot end. */
class ExitingMigrationTest {

    @TempDir
    Path folder;

    private Path module;
    private String url;

    @BeforeEach
    void aModuleWithAMigrationThatExits() {
        module = Modules.of("exiting", Map.of("M20260101000001Exits", """
                @Migration
                public class M20260101000001Exits {
                    void migrate(MigrationContext db) {
                        db.execute("CREATE TABLE half (id integer)");
                        System.exit(0);
                    }
                }
                """));
        Modules.using(folder, module, "exiting-db");
        url = Servers.database(18);
    }

    @Test
    void theModuleItselfFailsAtOnceAndNamesTheLine() throws Exception {
        ProcessBuilder command = new ProcessBuilder("java", "-jar",
                module.resolve("exiting-db/target/quarkus-app/quarkus-run.jar").toString(), "migrate");
        command.environment().put("DATABASE_URL", url);
        Process migrate = command.redirectErrorStream(true).start();
        String said = new String(migrate.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(migrate.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(migrate.exitValue()).as(said).isEqualTo(5);
        // less than the time that a run is given to roll back
        assertThat(said).contains("DIBS-0709", "at M20260101000001Exits.java:10").doesNotContain("could not be rolled back");
        assertThat(Sql.one(url, "SELECT to_regclass('half') IS NULL")).isEqualTo("true");
    }

    @Test
    void theCommandSaysWhatTheModuleSaidLast() {
        Result failed = Cli.in(folder).with("DATABASE_URL", url).run("migrate");

        assertThat(failed.status()).as(failed.toString()).isNotZero();
        assertThat(failed.err()).contains("DIBS-0709", "M20260101000001Exits.java:10");
    }
}
