package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.dibs.it.Cli.Result;

/** The main job in a copy of the example workspace outside of any clone, through the real command. */
class JourneyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void fromAnEntityToTheDatabaseAndBackInSync(int major) throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        String url = Servers.database(major);
        Cli dibs = Cli.in(shop).with("DATABASE_URL", url);

        Result refused = dibs.run("generate-from-diff", "too-early");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.err()).contains("migrations are pending").contains("20260105090000");
        Result pending = dibs.run("check");
        assertThat(pending.status()).as(pending.toString()).isEqualTo(1);
        assertThat(pending.out()).contains("pending migrations").contains("not in sync");
        success(dibs.run("migrate"));
        success(dibs.run("check"));

        Path review = shop.resolve("shop-db/src/main/java/org/acme/shop/db/Review.java");
        Files.writeString(review, Files.readString(review).replace("    @LongText\n",
                "    /** Whether the shop has answered. */\n    @DefaultValue(\"false\")\n    public boolean answered;\n\n    @LongText\n"));
        Result diff = success(dibs.run("diff"));
        assertThat(diff.out()).contains("+ reviews.answered").contains("boolean not null default false")
                .contains("Review.java:").contains("1 created").doesNotContain("\u001b[");
        Result sql = success(dibs.run("diff", "--format", "sql"));
        assertThat(sql.out()).startsWith("BEGIN;\n").endsWith("COMMIT;\n")
                .contains("ALTER TABLE public.reviews ADD COLUMN answered");
        assertThat(dibs.run("diff", "--exit-code").status()).isEqualTo(1);

        Result noEditor = Cli.in(shop).with("DATABASE_URL", url).with("VISUAL", "").with("EDITOR", "")
                .run("generate-from-diff", "answered-reviews", "--edit");
        assertThat(noEditor.status()).as(noEditor.toString()).isEqualTo(2);
        assertThat(noEditor.err()).contains("DIBS-0950");
        Path edited = shop.resolve("edited");
        Result generated = success(Cli.in(shop).with("DATABASE_URL", url).with("VISUAL", "")
                .with("EDITOR", "grep -c db.execute > '" + edited + "'")
                .run("generate-from-diff", "answered-reviews", "--edit", "--sql"));
        assertThat(edited).hasContent("1");
        assertThat(generated.out()).contains("AnsweredReviews.java", "for review: ");
        Path forReview = shop.resolve("shop-db/src/main/java").resolve(generated.out().lines()
                .filter(line -> line.contains("for review: ")).findFirst().orElseThrow().replace("for review: ", "").strip());
        assertThat(forReview).content().contains("BEGIN;", "ALTER TABLE public.reviews ADD COLUMN answered");
        success(dibs.run("migrate"));
        Result check = success(dibs.run("check"));
        assertThat(check.out()).startsWith("in sync");
        assertThat(success(dibs.run("diff", "--format", "sql")).out()).isEmpty();
        assertThat(success(dibs.run("status")).out()).contains("AnsweredReviews").doesNotContain("pending");

        Sql.run(url, "ALTER TABLE reviews ADD COLUMN mood text", "DROP INDEX customers_email_lower_idx",
                "CREATE TABLE scratchpad (id integer)");
        Result drift = dibs.run("check");
        assertThat(drift.status()).as(drift.toString()).isEqualTo(1);
        assertThat(drift.out()).contains("- reviews.mood").contains("+ customers_email_lower_idx").contains("table scratchpad");

        Sql.run(url, "ALTER TABLE reviews DROP COLUMN mood",
                "CREATE UNIQUE INDEX customers_email_lower_idx ON customers (lower(email))");
        success(dibs.run("check"));
        Result strict = dibs.run("check", "--strict");
        assertThat(strict.status()).as(strict.toString()).isEqualTo(1);
        assertThat(strict.out()).contains("table scratchpad");
    }

    @Test
    void everyCommandSpeaksJson() throws IOException {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli dibs = Cli.in(folder).with("DATABASE_URL", Servers.database(18));
        ObjectMapper mapper = new ObjectMapper();

        List<JsonNode> events = success(dibs.run("migrate", "--format", "json")).out().lines().map(line -> read(mapper, line))
                .toList();
        assertThat(events).extracting(event -> event.path("event").textValue()).contains("started", "statement", "finished")
                .endsWith("summary");
        for (List<String> command : List.of(List.of("diff"), List.of("status"), List.of("check"), List.of("schema"),
                List.of("sql"), List.of("diff", "--explain"))) {
            Result result = success(dibs.run(Stream.concat(command.stream(), Stream.of("--format", "json"))
                    .toArray(String[]::new)));
            JsonNode document = read(mapper, result.out());
            assertThat(document.path("formatVersion").intValue()).as(command.toString()).isEqualTo(1);
            assertThat(document.path("kind").textValue()).as(command.toString()).isNotBlank();
        }
    }

    @Test
    void withoutAUrlTheWorkspacesOwnDatabaseIsUsedAndStoppedAgain() {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli dibs = Cli.in(folder);

        Result migrate = success(dibs.run("migrate"));
        assertThat(migrate.err()).containsPattern("dev database: 127\\.0\\.0\\.1:\\d+ \\(\\.dibs/postgres\\)");
        assertThat(success(dibs.run("check")).out()).startsWith("in sync");
        assertThat(dibs.run("dev-db", "stop").err()).contains("does not run");

        success(dibs.run("dev-db", "start"));
        String url = success(dibs.run("dev-db", "url")).out().strip();
        assertThat(Sql.one(url, "SELECT count(*) FROM __dibs_migrations")).isEqualTo("3");
        assertThat(success(dibs.run("status")).err()).contains(url.substring(url.indexOf("127."), url.lastIndexOf('/')));
        assertThat(Sql.one(url, "SELECT 1")).as("a command does not stop what dev-db start started").isEqualTo("1");
        assertThat(dibs.run("dev-db", "stop").err()).contains("stopped");
        success(dibs.run("dev-db", "reset"));
        assertThat(dibs.run("check").status()).isEqualTo(1);
    }

    @Test
    void theSchemaIsShownWithoutAnyDatabase() {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli dibs = Cli.in(folder).with("CI", "true");

        assertThat(success(dibs.run("schema")).out()).contains("customers").contains("Somebody who buys");
        assertThat(success(dibs.run("schema", "customers.email")).out()).contains("email").contains("unique")
                .doesNotContain("preferences");
        assertThat(success(dibs.run("sql")).out()).startsWith("BEGIN;\n").contains("CREATE TABLE public.customers (");
        assertThat(dibs.run("schema", "customers.emial").err()).startsWith("DIBS-0907");
    }

    @Test
    void oneColumnIsShownWithTheMigrationsThatMadeIt() {
        Modules.using(folder, Modules.shop(), "shop-db");
        Cli dibs = Cli.in(folder).with("DATABASE_URL", Servers.database(16));
        success(dibs.run("migrate"));

        assertThat(success(dibs.run("schema", "customers.email")).out()).contains("The address they sign in with.",
                "declared at org/acme/shop/db/Customer.java:", "created by 20260112090000 CreateOrders, ", "by postgres\n",
                "in the database as text");
        Result away = success(dibs.with("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x").run("schema", "customers.email"));
        assertThat(away.out()).contains("The address they sign in with.",
                "warning: without the migrations that made it: DIBS-0202");
    }

    static Result success(Result result) {
        assertThat(result.status()).as(result.toString()).isZero();
        return result;
    }

    private static JsonNode read(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
