package io.quarkiverse.dibs.it;

import static io.quarkiverse.dibs.it.InterruptionTest.readUntil;
import static io.quarkiverse.dibs.it.InterruptionTest.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;
import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.core.Vertx;

/** A run whose command was killed is followed by another command, which may come and go. */
class AttachTest {

    private static final String FIRST = """
            @Migration
            public class M20260101000001First {
                void migrate(MigrationContext db) {
                    db.execute("CREATE TABLE applied (version integer)");
                }
            }
            """;
    /** Waits for the test. */
    private static final String HELD = """
            @Migration
            public class M20260101000002Held {
                void migrate(MigrationContext db) {
                    db.execute("INSERT INTO applied VALUES (2)");
                    db.log("half way");
                    db.execute("SET LOCAL lock_timeout = 0");
                    db.execute("SELECT pg_advisory_xact_lock(4711)");
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

    @Test
    void aRunWhoseCommandWasKilledIsFollowedByAnother() throws Exception {
        Path held = Modules.of("held", Map.of("M20260101000001First", FIRST, "M20260101000002Held", HELD,
                "M20260101000003Last", LAST));
        Modules.using(folder, held, "held-db");
        String url = Servers.database(18);
        Cli dibs = Cli.in(folder).with("DATABASE_URL", url);
        Result nobody = dibs.run("migrate", "--attach");
        assertThat(nobody.status()).as(nobody.toString()).isEqualTo(6);
        assertThat(nobody.err()).contains("DIBS-0952");

        ProcessHandle module;
        Process attached;
        CompletableFuture<String> rest;
        try (PgSession holder = PgSession.open(Vertx.vertx(), url, PgSession.ONE_BY_ONE)) {
            holder.run("SELECT pg_advisory_lock(4711)");
            Process migrate = dibs.start("migrate", "--lock-wait", "300");
            readUntil(migrate, "half way");
            module = migrate.descendants().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
            migrate.destroyForcibly();

            Process watched = dibs.start("migrate", "--attach");
            readUntil(watched, "half way");
            signal("INT", watched);
            assertThat(watched.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(watched.exitValue()).isEqualTo(130);
            assertThat(module.isAlive()).isTrue();

            attached = dibs.start("migrate", "--attach");
            rest = readUntil(attached, "half way");
        }
        assertThat(attached.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // nothing new is begun for a command that is gone
        assertThat(attached.exitValue()).isEqualTo(130);
        assertThat(rest.get(5, TimeUnit.SECONDS)).contains("cancelled");
        module.onExit().get(60, TimeUnit.SECONDS);
        assertThat(Sql.list(url, "SELECT version FROM applied ORDER BY 1")).containsExactly("2");
        assertThat(dibs.run("status").out()).containsPattern("20260101000002 .* applied")
                .containsPattern("20260101000003 .* pending");
        assertThat(dibs.run("migrate", "--attach").err()).contains("DIBS-0952");
        assertThat(folder.resolve(".dibs/services")).isEmptyDirectory();
    }
}
