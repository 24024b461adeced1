package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** What commands write on a terminal and what they write elsewhere. */
@EnabledOnOs(OS.LINUX)
class LooksTest {

    @TempDir
    Path folder;

    private Cli dibs;

    @BeforeEach
    void theExampleOnAnEmptyDatabase() {
        Modules.using(folder, Modules.shop(), "shop-db");
        dibs = Cli.in(folder).with("DATABASE_URL", Servers.database(18));
    }

    @Test
    void onATerminalLinesFitAndTheNextCommandIsSaid() throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.start(dibs.with("COLUMNS", "72"), 72, 40, "diff")) {
            assertThat(terminal.endsSaying("create-9-tables")).isZero();
            String written = terminal.written();
            assertThat(written).contains("\u001b[32m", "next: ", "dibs generate-from-diff create-9-tables", "created");
            assertThat(lines(written)).filteredOn(line -> line.length() > 72).isEmpty();
        }
    }

    @Test
    void onATerminalTheStepsThatAreExplainedFitToo() throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.start(dibs.with("COLUMNS", "72"), 72, 40, "diff", "--explain")) {
            assertThat(terminal.endsSaying("because")).isZero();
            assertThat(lines(terminal.written())).anyMatch(line -> line.startsWith("step 2"))
                    .filteredOn(line -> line.length() > 72).isEmpty();
        }
    }

    /** Without colours and what the status line showed for a while. */
    private static List<String> lines(String written) {
        return written.replaceAll("\r\u001b\\[K[^\r\n]*", "").replaceAll("\u001b\\[[0-9;]*m", "").lines()
                .map(String::stripTrailing).toList();
    }

    @Test
    void inAPipeNothingIsColouredBrokenOrHinted() {
        Result diff = dibs.with("COLUMNS", "60").run("diff");

        assertThat(diff.status()).as(diff.toString()).isZero();
        assertThat(diff.out()).doesNotContain("\u001b")
                .contains("foreign key (parent_id) references categories (id) on delete set null  Category.java:22\n");
        assertThat(diff.err()).doesNotContain("next:").doesNotContain("\u001b");
    }

    @Test
    void quietTellsResultsAndWhatIsWrongOnly() {
        Result migrate = dibs.run("migrate", "--quiet");
        assertThat(migrate.status()).as(migrate.toString()).isZero();
        assertThat(migrate.out()).matches("3 migrations applied in .*\n");
        assertThat(migrate.err()).isEmpty();

        Result failed = dibs.run("diff", "-q", "--rename", "no.such=thing.is");
        assertThat(failed.status()).isNotZero();
        assertThat(failed.err()).startsWith("DIBS-");
        assertThat(dibs.run("diff", "-q", "--verbose").err()).startsWith("DIBS-0901");
    }

    @Test
    void aDiffLoadsNothingOfTheScreens() throws IOException {
        Result diff = dibs.with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + folder.resolve("loaded-%p.log")).run("diff");

        assertThat(diff.status()).as(diff.toString()).isZero();
        StringBuilder loaded = new StringBuilder();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "loaded-*.log")) {
            for (Path log : logs) {
                loaded.append(Files.readString(log));
            }
        }
        assertThat(loaded.toString()).contains(" io.quarkiverse.dibs.cli.command.DiffCommand ")
                .doesNotContain(" dev.tamboui.", " org.jline.", " io.quarkiverse.dibs.cli.tui.");
    }

    @Test
    void verboseSaysWhichDatabaseIsUsedAndWhoSaidSo() {
        Result status = dibs.run("status", "--verbose");

        assertThat(status.err()).contains("database: from DATABASE_URL\n");
        assertThat(dibs.run("status").err()).doesNotContain("database: from");
    }
}
