package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dibs dev} on a terminal: the application on the workspace's database, the commands of the prompt, and the end. */
class DevTest {

    private static final String ENTITIES = "shop-db/src/main/java/org/acme/shop/db";

    @TempDir
    Path folder;

    @Test
    void differenceMigrationAndRunAreTypedOnThePromptAndEverythingThatWasStartedEnds() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        try (PseudoTerminal dev = PseudoTerminal.start(Cli.in(shop), 220, 50, "dev", "-Dquarkus.http.port=0", "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true", "-Dquarkus.test.continuous-testing=disabled")) {
            dev.awaits("3 pending migrations", "Press [e]");
            dev.press(":").awaits("quarkus$");
            dev.types("dibs migrate").awaits(answered("3 migrations applied"));

            Path review = shop.resolve(ENTITIES).resolve("Review.java");
            Files.writeString(review, Files.readString(review).replace("    @LongText\n",
                    "    public int stars;\n\n    @LongText\n"));
            dev.types("dibs diff").awaits(answered("\\+ reviews.stars"));
            dev.types("dibs generate add-stars").awaits(answered("M\\d+AddStars"));
            assertThat(migrations(shop)).anyMatch(name -> name.endsWith("AddStars.java"));
            dev.types("dibs migrate").awaits(answered("1 migration applied"));
            Files.writeString(review, Files.readString(review).replace("public int stars;", "public int points;"));
            dev.types("dibs diff").awaits(answered("--rename reviews.stars=reviews.points"));
            dev.types("dibs generate --rename=reviews.stars=reviews.points call-them-points")
                    .awaits(answered("M\\d+CallThemPoints"));
            dev.types("dibs migrate").awaits(answered("RENAME COLUMN(?s:.*)1 migration applied"));
            assertThat(dev.written()).doesNotContain("Exception");

            List<ProcessHandle> all = dev.processes();
            assertThat(all).as("the command, Maven and what it started").hasSizeGreaterThan(2);
            for (ProcessHandle process : all) {
                // as a terminal does: to everything in the foreground
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
            }
            for (ProcessHandle process : all) {
                process.onExit().get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(shop.resolve(".dibs/postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void everythingEndsWithTheTerminal() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        try (PseudoTerminal dev = PseudoTerminal.start(Cli.in(shop), 220, 50, "dev", "-Dquarkus.http.port=0", "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true", "-Dquarkus.test.continuous-testing=disabled")) {
            dev.awaits("3 pending migrations", "Press [e]");
            List<ProcessHandle> all = dev.processes();
            assertThat(all).as("the command, Maven and what it started").hasSizeGreaterThan(2);

            dev.hangUp("h");

            for (ProcessHandle process : all) {
                process.onExit().get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(shop.resolve(".dibs/postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatWasStartedEndsAlsoWhenTheCommandAloneIsTold() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        try (PseudoTerminal dev = PseudoTerminal.start(Cli.in(shop), 220, 50, "dev", "-Dquarkus.http.port=0", "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true", "-Dquarkus.test.continuous-testing=disabled")) {
            dev.awaits("3 pending migrations", "Press [e]");
            List<ProcessHandle> all = dev.processes();

            dev.kill();

            for (ProcessHandle process : all) {
                process.onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** And the prompt is there again: what is typed before goes nowhere. */
    private static Pattern answered(String text) {
        return Pattern.compile(text + "(?s:.*)quarkus\\$\\s*$");
    }

    private static List<String> migrations(Path shop) throws IOException {
        try (Stream<Path> files = Files.list(shop.resolve(ENTITIES).resolve("migrations"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
