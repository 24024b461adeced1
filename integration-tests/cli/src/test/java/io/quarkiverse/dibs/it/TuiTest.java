package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.it.Cli.Result;

/** The screens as people use them: the real command on a pseudo-terminal, the example workspace, its embedded database. */
@EnabledOnOs(OS.LINUX)
class TuiTest {

    private static final String CONTROL_C = "\u0003";
    private static final String ENTER = "\r";
    private static final String LOADED = "2 Changes 0";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "80,24", "140,40" })
    void fromAPendingDatabaseToAMigrationOfOnesOwn(int columns, int rows) throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        try (PseudoTerminal dibs = PseudoTerminal.start(Cli.in(shop), columns, rows)) {
            dibs.awaits("3 Migrations 3 (3 pending)").press("1").awaits("1 Schema", "categories", "customers");
            dibs.press("/customers" + ENTER + "l").awaits("email", "Somebody who buys");
            dibs.press("3").awaits("CreateCatalogue", "pending", "package org.acme.shop.db.migrations");
            dibs.press("m").awaits("Run 3 migrations?", "20260119090000  NameCustomers").press(ENTER);
            dibs.awaits("Migrations have run", "3 migrations applied").press(ENTER).awaits(LOADED).press("2").awaits("in sync");

            addAColumn(shop);
            dibs.press("r").awaits("2 Changes 1", "reviews.answered", "boolean not null default false");
            dibs.press("j").awaits("ALTER TABLE public.reviews ADD COLUMN answered", "why here:", "Review.java:");
            dibs.press("g").awaits("Generate a migration", "add-answered-to-reviews", "1 file in org.acme.shop.db.migrations");
            dibs.press("\t\u0015answered-reviews").awaits("answered-reviews").press(ENTER);
            dibs.awaits("4 (1 pending)").press("m").awaits("Run 1 migration?").press(ENTER);
            dibs.awaits("Migrations have run", "1 migration applied").press(ENTER).awaits(LOADED).press("q");

            assertThat(dibs.ends()).isZero();
        }
        Result check = Cli.in(shop).run("check");
        assertThat(check.status()).as(check.toString()).isZero();
        try (var files = Files.list(shop.resolve("shop-db/src/main/java/org/acme/shop/db/migrations"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith("AnsweredReviews.java"));
        }
    }

    @Test
    void anEntityThatDoesNotCompileIsShownAndOpenedAndMended() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        Path review = shop.resolve("shop-db/src/main/java/org/acme/shop/db/Review.java");
        Path opened = folder.resolve("opened");
        Path editor = folder.resolve("vi");
        Files.writeString(editor, "#!/bin/sh\necho \"$@\" > '" + opened + "'\nsed -i 's/shrt /short /' '" + review + "'\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        String good = Files.readString(review);
        Files.writeString(review, good.replaceFirst("public short ", "public shrt "));
        assertThat(Files.readString(review)).isNotEqualTo(good);
        try (PseudoTerminal dibs = PseudoTerminal.start(Cli.in(shop).with("EDITOR", editor.toString()).with("VISUAL", ""), 80,
                24)) {
            // the path is as long as the name of the folder happens to be, and is wrapped anywhere: the editor is to get it whole
            dibs.awaits("DIBS-0911", "class shrt").press("o");
            dibs.awaits("3 Migrations 3 (3 pending)").awaitsNo("DIBS-0911");
            assertThat(Files.readString(opened)).containsPattern("^\\+\\d+ .*Review\\.java\n$");

            dibs.press("1").awaits("customers").press(CONTROL_C);
            assertThat(dibs.ends()).isEqualTo(130);
        }
    }

    @Test
    void aMigrationThatFailsShowsItsStatementAndItsLine() throws Exception {
        Path bad = Modules.of("nowhere", java.util.Map.of("M20260101000001Bad", """
                @Migration
                public class M20260101000001Bad {
                    void migrate(MigrationContext db) {
                        db.log("now it comes");
                        db.execute("INSERT INTO nowhere VALUES (1)");
                    }
                }
                """));
        Path workspace = Modules.copy(bad, folder.resolve("nowhere"));
        String url = Servers.database(18);
        try (PseudoTerminal dibs = PseudoTerminal.start(Cli.in(workspace).with("DATABASE_URL", url), 80, 24)) {
            dibs.awaits("(1 pending)").press("m").awaits("Run 1 migration?").press(ENTER);
            dibs.awaits("Migrations have run", "failed after 0 migrations", "relation \"nowhere\" does not exist",
                    "INSERT INTO nowhere");
            dibs.press(ENTER).press("3").awaits(Pattern.compile("Bad +failed|Bad +pending")).press("q");
            assertThat(dibs.ends()).isZero();
        }
    }

    @Test
    void theTerminalIsGivenBackWhenTheCommandIsKilledAndKnowsItsSize() throws Exception {
        Modules.using(folder, Modules.shop(), "shop-db");
        String url = Servers.database(18);
        try (PseudoTerminal dibs = PseudoTerminal.start(Cli.in(folder).with("DATABASE_URL", url), 80, 24)) {
            dibs.awaits("(3 pending)");
            assertThat(dibs.screen()).doesNotContain("127.0.0.1");
            dibs.resize(140, 40);
            dibs.awaits("127.0.0.1").resize(30, 8);
            dibs.awaits("dibs needs 40x10").resize(80, 24);
            dibs.awaits("(3 pending)");

            dibs.kill();

            assertThat(dibs.ends()).isNotZero();
        }
    }

    @Test
    void withoutUnicodeAndColoursItIsAllThere() throws Exception {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli cli = Cli.in(folder).with("DATABASE_URL", Servers.database(18)).with("NO_COLOR", "1").with("LC_ALL", "C");
        try (PseudoTerminal dibs = PseudoTerminal.start(cli, 80, 24, "tui")) {
            dibs.awaits("(3 pending)", "+- Changes ").press("q");
            assertThat(dibs.ends()).isZero();
            assertThat(dibs.written()).matches("(?s)[\\x00-\\x7f]*").doesNotContainPattern("\u001b\\[[0-9;]*3[0-7]m");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndWhatNeedsNoneIsShown() throws Exception {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli cli = Cli.in(folder).with("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x");
        try (PseudoTerminal dibs = PseudoTerminal.start(cli, 80, 24)) {
            dibs.awaits("DIBS-0202", "3 Migrations !").press("1").awaits("customers").press("r").awaits("customers").press("q");
            assertThat(dibs.ends()).isZero();
        }
    }

    @Test
    void aDatabaseThatGoesAwayIsFoundAgainWhenItIsBack() throws Exception {
        Modules.using(folder, Modules.shop(), "shop-db");
        Path data = folder.resolve("server");
        EmbeddedPostgres server = EmbeddedPostgres.builder().major(18).testSettings().dataDirectory(data).start();
        try (PseudoTerminal dibs = PseudoTerminal.start(Cli.in(folder).with("DATABASE_URL", server.url()), 80, 24)) {
            dibs.awaits("(3 pending)", "categories");
            server.stopImmediately();
            dibs.press("r").awaits("DIBS-02", "r try again");

            try (EmbeddedPostgres back = EmbeddedPostgres.builder().major(18).testSettings().dataDirectory(data)
                    .port(server.port()).start()) {
                assertThat(back.url()).isEqualTo(server.url());
                dibs.press("r").awaits("(3 pending)", "categories").awaitsNo("DIBS-02").press("q");
                assertThat(dibs.ends()).isZero();
            }
        }
    }

    @Test
    void withoutATerminalTheHelpIsPrinted() throws IOException {
        Modules.using(folder, Modules.shop(), "shop-db");

        Result help = Cli.in(folder).run();
        assertThat(help.status()).as(help.toString()).isZero();
        assertThat(help.out()).contains("Usage: dibs", "generate-from-diff").doesNotContain("\u001b");
        Result refused = Cli.in(folder).run("tui");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).startsWith("DIBS-0956 there is no terminal to draw on");
    }

    @Test
    void aTerminalThatCanOnlyShowLinesGetsTheHelpToo() throws Exception {
        Modules.using(folder, Modules.shop(), "shop-db");
        ProcessBuilder dumb = Cli.in(folder).with("TERM", "dumb").process("012");
        Process process = dumb.redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes())).contains("Usage: dibs");
        assertThat(process.waitFor()).isZero();
    }

    private static void addAColumn(Path shop) throws IOException {
        Path review = shop.resolve("shop-db/src/main/java/org/acme/shop/db/Review.java");
        Files.writeString(review, Files.readString(review).replace("    @LongText\n",
                "    /** Whether the shop has answered. */\n    @DefaultValue(\"false\")\n    public boolean answered;\n\n    @LongText\n"));
    }
}
