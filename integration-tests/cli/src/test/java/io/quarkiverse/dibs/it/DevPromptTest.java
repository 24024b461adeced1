package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of dibs on the prompt of dev mode itself, typed into a terminal. */
class DevPromptTest {

    private static final String ENTITIES = "shop-db/src/main/java/org/acme/shop/db";

    @TempDir
    Path folder;

    @Test
    void differenceMigrationAndRunAreTypedOnThePrompt() throws Exception {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        Cli cli = Cli.in(shop).with("DATABASE_URL", Servers.database(15));
        try (PseudoTerminal dev = PseudoTerminal.start(cli, 220, 50, "dev", "-Dquarkus.http.port=0", "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true", "-Dquarkus.test.continuous-testing=disabled")) {
            dev.awaits("3 pending migrations");
            dev.press(":").awaits("quarkus$");
            dev.press("dibs migrate\r").awaits("3 migrations applied");

            Path review = shop.resolve(ENTITIES).resolve("Review.java");
            Files.writeString(review, Files.readString(review).replace("    @LongText\n",
                    "    public int stars;\n\n    @LongText\n"));
            dev.press("dibs diff\r").awaits("+ reviews.stars");
            dev.press("dibs generate add-stars\r").awaits(Pattern.compile("M\\d+AddStars"));
            assertThat(migrations(shop)).anyMatch(name -> name.endsWith("AddStars.java"));
            dev.press("dibs migrate\r").awaits("1 migration applied");
            dev.press("quit\r").awaits("Press [e]").press("q");
            assertThat(dev.endsSaying("stopped")).isZero();
        }
    }

    private static List<String> migrations(Path shop) throws IOException {
        try (Stream<Path> files = Files.list(shop.resolve(ENTITIES).resolve("migrations"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
