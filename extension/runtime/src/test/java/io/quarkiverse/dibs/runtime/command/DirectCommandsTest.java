package io.quarkiverse.dibs.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.runtime.Modules;

class DirectCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new DirectCommands(Modules.module(null), console).run(arguments);
    }

    @Test
    void helpListsEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("migrate", "status", "diff", "check", "schema", "sql",
                "generate-from-diff", "generate", "serve", "validate", "repair", "baseline", "lock", "history", "DATABASE_URL");
    }

    @Test
    void theVersionNamesTheModuleAndDibs() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("things-db 1.0 (dibs ").doesNotContain("${");
    }

    @Test
    void sqlIsTheOnlyThingOnStandardOutput() {
        assertThat(run("sql")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CREATE TABLE public.things");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void wrongArgumentsAreStatusTwoAndSayWhereToLook() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("frobnicate", "--help");
        assertThat(run("status", "--format", "xml")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void aCommandThatNeedsADatabaseSaysThatNoneIsGiven() {
        assertThat(run("status")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("DIBS-0303", "DATABASE_URL");
        assertThat(out.size()).isZero();
    }

    @Test
    void aPasswordInTheArgumentsWorksButWarnsAndIsNeverShown() {
        int status = run("status", "--database-url", "postgresql://me:canary-secret@127.0.0.1:1/none");
        assertThat(status).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("warning", "DATABASE_URL").doesNotContain("canary-secret");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("canary-secret");
    }
}
