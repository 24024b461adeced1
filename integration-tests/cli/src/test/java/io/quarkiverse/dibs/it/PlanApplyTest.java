package io.quarkiverse.dibs.it;

import static io.quarkiverse.dibs.it.JourneyTest.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** A plan that is kept in a file, through the real command and without a db module. */
class PlanApplyTest {

    @TempDir
    Path folder;

    private String present;
    private String wanted;
    private Cli dibs;
    private Path plan;

    @BeforeEach
    void twoDatabases() {
        present = Servers.database(15);
        wanted = Servers.database(15);
        Sql.run(present, "CREATE TABLE t (id integer PRIMARY KEY, gone text)", "INSERT INTO t VALUES (1, 'x')");
        Sql.run(wanted, "CREATE TABLE t (id integer PRIMARY KEY, note text)", "CREATE INDEX t_note ON t (note)");
        dibs = Cli.in(folder).with("DATABASE_URL", present);
        plan = folder.resolve("plan.json");
    }

    @Test
    void aPlanIsMadeAgreedToAppliedOnceAndThenStale() throws IOException {
        Result made = success(dibs.run("plan", "--from", present, "--to", wanted, "--out", "plan.json"));
        assertThat(made.out()).contains("dibs apply plan.json").contains("deletes-data");
        byte[] first = Files.readAllBytes(plan);
        success(dibs.run("plan", "--from", present, "--to", wanted, "--out", "plan.json"));
        assertThat(Files.readAllBytes(plan)).isEqualTo(first);

        Result refused = dibs.run("apply", "plan.json");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.err()).contains("--allow deletes-data").doesNotContain("Exception");
        assertThat(success(dibs.run("apply", "plan.json", "--dry-run")).out()).contains("DROP COLUMN gone");
        assertThat(Sql.one(present, "SELECT gone FROM t")).isEqualTo("x");

        success(dibs.run("apply", "plan.json", "--allow", "deletes-data,blocks-writes"));
        assertThat(success(dibs.run("diff", "--from", present, "--to", wanted, "--format", "sql")).out()).isEmpty();
        assertThat(Sql.one(present, "SELECT count(*) FROM t")).isEqualTo("1");

        Result again = dibs.run("apply", "plan.json", "--allow", "deletes-data,blocks-writes");
        assertThat(again.status()).as(again.toString()).isNotZero();
        assertThat(again.err()).contains("DIBS-").doesNotContain("Exception");
    }

    @Test
    void aFileThatWasChangedOrIsOfANewerDibsOrNoPlanAtAllIsRefused() throws IOException {
        success(dibs.run("plan", "--from", present, "--to", wanted, "--out", "plan.json"));
        String text = Files.readString(plan);

        Files.writeString(plan, text.replace("t_note", "t_nope"));
        refused(dibs.run("apply", "plan.json", "--allow", "deletes-data,blocks-writes"), "changed");
        Files.writeString(plan, text.replaceFirst("(\"formatVersion\"\\s*:\\s*)1", "$1 99"));
        refused(dibs.run("apply", "plan.json", "--allow", "deletes-data,blocks-writes"), "format 99");
        Files.writeString(plan, "{ \"kind\": ");
        refused(dibs.run("apply", "plan.json"), "plan");
        refused(dibs.run("apply", "nowhere.json"), "nowhere.json");
        assertThat(Sql.one(present, "SELECT gone FROM t")).isEqualTo("x");
    }

    private static void refused(Result result, String word) {
        assertThat(result.status()).as(result.toString()).isGreaterThanOrEqualTo(2);
        assertThat(result.err()).as(result.toString()).contains("DIBS-05").containsIgnoringCase(word)
                .doesNotContain("Exception");
    }
}
