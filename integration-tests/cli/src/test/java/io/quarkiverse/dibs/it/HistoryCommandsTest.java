package io.quarkiverse.dibs.it;

import static io.quarkiverse.dibs.it.JourneyTest.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.dibs.it.Cli.Result;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.vertx.mutiny.core.Vertx;

/** The commands around the history, through the real command and a db module of two migrations. */
class HistoryCommandsTest {

    private static final String FIRST = "20260101000001";
    private static final String SECOND = "20260101000002";

    @TempDir
    Path folder;

    private Path two;
    private String url;
    private Cli dibs;

    @BeforeEach
    void aModuleWithTwoMigrations() {
        two = Modules.of("two", Map.of("M20260101000001First", migration("20260101000001First", "first"),
                "M20260101000002Second", migration("20260101000002Second", "second")));
        Modules.using(folder, two, "two-db");
        url = Servers.database(16);
        dibs = Cli.in(folder).with("DATABASE_URL", url);
    }

    @Test
    void aFailedRunStaysInTheHistory() throws IOException {
        assertThat(success(dibs.run("history")).out()).contains("nothing has been written yet");
        Sql.run(url, "CREATE TABLE second ()");
        Result failed = dibs.run("migrate");
        assertThat(failed.status()).as(failed.toString()).isEqualTo(5);
        assertThat(success(dibs.run("status")).out()).contains("applied").contains("failed").contains("by ")
                .contains("dibs ");
        Sql.run(url, "DROP TABLE second");
        success(dibs.run("migrate"));

        assertThat(success(dibs.run("history")).out()).containsSubsequence(FIRST, "First", "applied", SECOND, "Second",
                "failed",
                "by ", "run ", "already exists", SECOND, "Second", "applied");
        JsonNode json = new ObjectMapper().readTree(success(dibs.run("history", "--format", "json")).out());
        assertThat(json.path("kind").textValue()).isEqualTo("history");
        assertThat(json.path("rows")).extracting(row -> row.path("action").textValue()).containsExactly("APPLIED", "FAILED",
                "APPLIED");
    }

    @Test
    void whatDoesNotFitTheCodeIsSaidByValidateAndRefusedByMigrate() throws IOException {
        success(dibs.run("migrate", "--only", SECOND));
        Result late = dibs.run("migrate");
        assertThat(late.status()).as(late.toString()).isEqualTo(6);
        assertThat(late.err()).contains("DIBS-0603").contains("--allow-out-of-order");
        Result invalid = dibs.run("validate");
        assertThat(invalid.status()).as(invalid.toString()).isEqualTo(1);
        assertThat(invalid.out()).contains("DIBS-0603").contains("not valid: 1 problem");
        success(dibs.run("validate", "--allow-out-of-order"));
        success(dibs.run("migrate", "--allow-out-of-order"));
        assertThat(success(dibs.run("validate")).out()).startsWith("valid");

        Sql.run(url, "UPDATE __dibs_migrations SET version = '20250101000000', name = 'Lost' WHERE version = '" + FIRST + "'",
                "DROP TABLE first");
        Result missing = dibs.run("migrate", "--allow-out-of-order");
        assertThat(missing.status()).as(missing.toString()).isEqualTo(6);
        assertThat(missing.err()).contains("DIBS-0660").contains("20250101000000 Lost").contains("--allow-missing");
        JsonNode json = new ObjectMapper()
                .readTree(dibs.run("validate", "--format", "json", "--allow-out-of-order").out());
        assertThat(json.path("valid").booleanValue()).isFalse();
        assertThat(json.path("problems")).extracting(problem -> problem.path("code").textValue())
                .containsExactly("DIBS-0660");
        assertThat(success(dibs.run("migrate", "--allow-out-of-order", "--allow-missing")).out()).contains("warning: ")
                .contains("1 migration applied");
    }

    @Test
    void aRepairSaysWhatItWouldDoAndWaitsForConsent() throws IOException {
        success(dibs.run("migrate"));
        assertThat(success(dibs.run("repair")).out()).startsWith("nothing to repair");
        Sql.run(url, "UPDATE __dibs_migrations SET version = '20250101000000', name = 'Lost' WHERE version = '" + FIRST + "'",
                "UPDATE __dibs_migrations SET checksum = 'other' WHERE version = '" + SECOND + "'");

        Result told = dibs.run("repair");
        assertThat(told.status()).as(told.toString()).isEqualTo(6);
        assertThat(told.out()).contains("remove-missing").contains("20250101000000 Lost").contains("accept-change");
        assertThat(told.err()).contains("DIBS-0668").contains("--allow remove-missing,accept-change");
        assertThat(success(dibs.run("repair", "--allow", "accept-change")).out()).contains("done  " + SECOND)
                .contains("remove-missing  20250101000000");
        JsonNode json = new ObjectMapper().readTree(success(dibs.run("repair", "--yes", "--format", "json")).out());
        assertThat(json.path("kind").textValue()).isEqualTo("repair");
        assertThat(json.path("actions").path(0).path("done").booleanValue()).isTrue();
        assertThat(Sql.list(url, "SELECT version FROM __dibs_migrations")).containsExactly(SECOND);
        assertThat(success(dibs.run("history")).out()).contains("repaired");
        assertThat(Sql.one(url, "SELECT to_regclass('first')")).isEqualTo("first");
    }

    @Test
    void aBaselineBeginsAHistoryOnce() {
        Sql.run(url, "CREATE TABLE first (id integer)");
        Result begun = success(dibs.run("baseline", FIRST));
        assertThat(begun.out()).contains(FIRST + " First  baseline").contains("nothing was run");
        Result again = dibs.run("baseline", SECOND);
        assertThat(again.status()).as(again.toString()).isEqualTo(6);
        assertThat(again.err()).contains("DIBS-0664");
        assertThat(success(dibs.run("migrate")).out()).contains("1 migration applied");
        assertThat(success(dibs.run("status")).out()).contains("baseline").contains("applied");
    }

    @Test
    void theHolderOfTheLockIsShownAndEndedByName() throws IOException {
        assertThat(success(dibs.run("lock", "status")).out()).startsWith("free");
        try (PgSession holder = PgSession.open(Vertx.vertx(), url, PgSession.ONE_BY_ONE)) {
            // it is going to be lost, which is no news
            holder.connection().exceptionHandler(lost -> {
            });
            holder.run("SELECT pg_advisory_lock(" + new HistoryTables("public").lockKey() + ")");
            int pid = holder.connection().processId();
            assertThat(success(dibs.run("lock", "status")).out()).contains("held by process " + pid)
                    .contains("application dibs");
            Result refused = dibs.run("lock", "release");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(6);
            assertThat(refused.err()).contains("DIBS-0668").contains("--pid " + pid);
            JsonNode json = new ObjectMapper().readTree(
                    success(dibs.run("lock", "release", "--pid", String.valueOf(pid), "--format", "json")).out());
            assertThat(json.path("released").booleanValue()).isTrue();
            assertThat(json.path("holder").path("pid").intValue()).isEqualTo(pid);
        }
        assertThat(success(dibs.run("lock", "release")).out()).startsWith("free");
    }

    @Test
    void theWayBackOfTheLastChangeIsAMigrationOfItsOwn() throws IOException {
        Path copy = Modules.copy(two, folder.resolve("two"));
        Cli here = Cli.in(copy).with("DATABASE_URL", url);
        success(here.run("migrate"));
        Result refused = here.run("generate-from-diff", "undo-second", "--reverse");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.err()).contains("DIBS-0505").contains("DROP TABLE public.second");
        Result written = success(here.run("generate-from-diff", "undo-second", "--reverse", "--allow", "deletes-data"));
        assertThat(written.out()).contains("UndoSecond.java").contains("the entities still say");
        assertThat(success(here.run("migrate")).out()).contains("UndoSecond").contains("1 migration applied");
        assertThat(Sql.list(url, "SELECT relname FROM pg_class WHERE relname IN ('first', 'second')")).containsExactly("first");
    }

    private static String migration(String name, String table) {
        return """
                @Migration
                public class M%s {
                    void migrate(MigrationContext db) {
                        db.execute("CREATE TABLE %s (id integer)");
                    }
                }
                """.formatted(name, table);
    }
}
