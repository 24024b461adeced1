package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.vertx.mutiny.core.Vertx;

/** Which migrations a run applies, and a run that keeps nothing, through the real command. */
class MigrateOptionsTest {

    private static final String APPLIED = "SELECT version FROM applied ORDER BY 1";

    @TempDir
    Path folder;

    private String url;
    private Cli dibs;

    @BeforeEach
    void aModuleWithThreeMigrations() {
        Path three = Modules.of("three", Map.of("M20260101000001First", migration(1, "First",
                "CREATE TABLE applied (version integer)"), "M20260101000002Second", migration(2, "Second", "SELECT 2"),
                "M20260101000003Third", migration(3, "Third", "SELECT 3")));
        Modules.using(folder, three, "three-db");
        url = Servers.database(14);
        dibs = Cli.in(folder).with("DATABASE_URL", url);
    }

    @Test
    void aRunGoesUpToAVersionOrAppliesOnlyOne() {
        Result to = dibs.run("migrate", "--to", "20260101000001");
        assertThat(to.status()).as(to.toString()).isZero();
        assertThat(Sql.list(url, APPLIED)).containsExactly("1");

        Result both = dibs.run("migrate", "--to", "20260101000002", "--only", "20260101000002");
        assertThat(both.status()).as(both.toString()).isEqualTo(2);

        Result only = dibs.run("migrate", "--only", "20260101000002");
        assertThat(only.status()).as(only.toString()).isZero();
        assertThat(Sql.list(url, APPLIED)).containsExactly("1", "2");
    }

    @Test
    void noWaitIsNoWait() {
        try (PgSession holder = PgSession.open(Vertx.vertx(), url, PgSession.ONE_BY_ONE)) {
            holder.run("SELECT pg_advisory_lock(" + new HistoryTables("public").lockKey() + ")");
            Result refused = dibs.run("migrate", "--lock-wait", "0");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(6);
            assertThat(refused.err()).contains("DIBS-0610");
            assertThat(refused.out()).doesNotContain("waiting for the lock");
        }
    }

    @Test
    void aDryRunTriesEverythingAndKeepsNothing() {
        Result dry = dibs.run("migrate", "--dry-run");
        assertThat(dry.status()).as(dry.toString()).isZero();
        assertThat(dry.out()).contains("3 migrations tried and rolled back, 3 pending");
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_class WHERE relname = 'applied'")).isEqualTo("0");
        assertThat(dibs.run("status").out()).contains("pending").doesNotContain("applied ");
        assertThat(dibs.run("check").status()).isEqualTo(1);
    }

    @Test
    void theCompletionScriptCompletesCommandsInAShell() throws Exception {
        Result script = dibs.run("completion");
        assertThat(script.status()).as(script.toString()).isZero();
        Path file = Files.writeString(folder.resolve("completion.sh"), script.out());
        Process shell = new ProcessBuilder("bash", "-c", "source '" + file + "' && complete -p dibs").start();
        String said = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor()).isZero();
        assertThat(said).contains("dibs");
        assertThat(script.out()).contains("generate-from-diff");
    }

    private static String migration(int version, String name, String first) {
        return """
                @Migration
                public class M2026010100000%d%s {
                    void migrate(MigrationContext db) {
                        db.execute("%s");
                        db.execute("INSERT INTO applied VALUES (%d)");
                    }
                }
                """.formatted(version, name, first, version);
    }
}
