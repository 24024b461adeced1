package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** What becomes of a run whose command goes away, and of two runs at once. */
class InterruptionTest {

    private static final String OTHER_SESSIONS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private static final String FIRST = """
            @Migration
            public class M20260101000001First {
                void migrate(MigrationContext db) {
                    db.execute("CREATE TABLE applied (version integer, at timestamptz DEFAULT clock_timestamp())");
                    db.execute("INSERT INTO applied VALUES (1)");
                }
            }
            """;
    private static final String SLOW = """
            @Migration
            public class M20260101000002Slow {
                void migrate(MigrationContext db) {
                    db.execute("INSERT INTO applied VALUES (2)");
                    db.log("half way");
                    db.execute("SELECT pg_sleep(8)");
                }
            }
            """;
    private static final String LAST = """
            @Migration
            public class M20260101000003Last {
                void migrate(MigrationContext db) {
                    db.execute("INSERT INTO applied VALUES (3)");
                }
            }
            """;

    @TempDir
    Path folder;

    private String url;
    private Cli dibs;

    @BeforeEach
    void aModuleWithASlowMigration() {
        Path slow = Modules.of("slow", Map.of("M20260101000001First", FIRST, "M20260101000002Slow", SLOW,
                "M20260101000003Last", LAST));
        Modules.using(folder, slow, "slow-db");
        url = Servers.database(18);
        dibs = Cli.in(folder).with("DATABASE_URL", url);
    }

    @Test
    void controlCRollsTheRunningMigrationBackAndHistoryIsTrue() throws Exception {
        Process migrate = dibs.start("migrate");
        CompletableFuture<String> rest = readUntil(migrate, "half way");

        signal("INT", migrate);

        assertThat(migrate.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(migrate.exitValue()).isEqualTo(130);
        assertThat(rest.get(5, TimeUnit.SECONDS)).contains("cancelled");
        assertThat(Sql.list(url, "SELECT version FROM applied ORDER BY 1")).containsExactly("1");
        Result status = dibs.run("status");
        assertThat(status.out()).containsPattern("20260101000001 .* applied")
                .containsPattern("20260101000002 .* failed .* cancelled");
        assertThat(Sql.one(url, OTHER_SESSIONS)).isEqualTo("0");
        assertThat(dibs.run("migrate").status()).isZero();
        assertThat(Sql.list(url, "SELECT version FROM applied ORDER BY 1")).containsExactly("1", "2", "3");
    }

    @Test
    void aKilledCommandLeavesTheRunningMigrationToEndCleanly() throws Exception {
        Process migrate = dibs.start("migrate");
        readUntil(migrate, "half way");
        ProcessHandle module = migrate.descendants().filter(ProcessHandle::isAlive).findFirst().orElseThrow();

        migrate.destroyForcibly();

        module.onExit().get(60, TimeUnit.SECONDS);
        assertThat(Sql.list(url, "SELECT version FROM applied ORDER BY 1")).containsExactly("1", "2");
        Result status = dibs.run("status");
        assertThat(status.out()).containsPattern("20260101000002 .* applied").containsPattern("20260101000003 .* pending");
        assertThat(Sql.one(url, OTHER_SESSIONS)).isEqualTo("0");
    }

    @Test
    void twoRunsAtOnceApplyEachMigrationOnce() throws Exception {
        CompletableFuture<Result> one = CompletableFuture.supplyAsync(() -> dibs.run("migrate"));
        CompletableFuture<Result> two = CompletableFuture.supplyAsync(() -> dibs.run("migrate"));

        assertThat(one.get().status()).as(one.get().toString()).isZero();
        assertThat(two.get().status()).as(two.get().toString()).isZero();
        assertThat(Sql.list(url, "SELECT version FROM applied ORDER BY 1")).containsExactly("1", "2", "3");
        assertThat(one.get().out() + two.get().out()).contains("waiting for the lock").contains("nothing to migrate");
    }

    /** Reads until a line has the text; the future has what comes later. */
    static CompletableFuture<String> readUntil(Process process, String text) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(text)) {
                return CompletableFuture.supplyAsync(() -> rest(reader));
            }
        }
        throw new AssertionError("never said \"" + text + "\":\n" + seen
                + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String rest(BufferedReader reader) {
        StringBuilder rest = new StringBuilder();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rest.append(line).append('\n');
            }
        } catch (IOException e) {
            rest.append(e);
        }
        return rest.toString();
    }

    static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor())
                .isZero();
    }
}
