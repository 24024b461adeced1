package io.quarkiverse.dibs.it;

import static io.quarkiverse.dibs.it.JourneyTest.success;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** SQL files beside the entities: one schema with them, through the real command. */
class SqlFilesTest {

    @TempDir
    Path folder;

    @Test
    void whatEntitiesCannotSayStandsInFilesAndIsOneSchemaWithThem() throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        String url = Servers.database(15);
        Cli dibs = Cli.in(shop).with("DATABASE_URL", url);
        success(dibs.run("migrate"));
        Path files = Files.createDirectories(shop.resolve("shop-db/src/main/resources/dibs/schema"));

        // the view needs the function of the later file, and both need an entity's table
        Path views = Files.writeString(files.resolve("a-views.sql"), """
                CREATE VIEW addresses AS SELECT id, shout(email) AS email FROM customers;
                COMMENT ON VIEW addresses IS 'for the newsletter';
                ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
                CREATE POLICY everybody ON customers USING (true);
                """);
        Files.writeString(files.resolve("b-functions.sql"), """
                CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)';
                CREATE ROLE said_by_a_file LOGIN PASSWORD 'secret';
                """);
        Result diff = success(dibs.run("diff"));
        assertThat(diff.out()).contains("statement about the whole server CREATE ROLE said_by_a_file").doesNotContain("secret");
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_roles WHERE rolname = 'said_by_a_file'")).isEqualTo("0");
        assertThat(diff.out()).contains("addresses").contains("shout(text)").contains("everybody").contains("row security");
        success(dibs.run("generate-from-diff", "addresses"));
        success(dibs.run("migrate"));
        assertThat(success(dibs.run("check")).out()).startsWith("in sync");
        assertThat(Sql.one(url, "SELECT relrowsecurity FROM pg_class WHERE relname = 'customers'")).isEqualTo("true");
        assertThat(Sql.one(url, "SELECT count(*) FROM addresses")).isNotEmpty();
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_database WHERE datname LIKE 'dibs_scratch%'")).isEqualTo("0");

        Files.writeString(views,
                Files.readString(views).replace("shout(email) AS email", "shout(email) AS email, email AS quiet"));
        assertThat(success(dibs.run("diff", "--format", "sql")).out()).contains("CREATE OR REPLACE VIEW public.addresses")
                .doesNotContain("DROP");
        assertThat(dibs.run("check").status()).isEqualTo(1);
    }

    @Test
    void aFileThatRedefinesWhatAnEntityDefinesIsNamedWithTheEntity() throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        Cli dibs = Cli.in(shop).with("DATABASE_URL", Servers.database(15));
        success(dibs.run("migrate"));
        Path files = Files.createDirectories(shop.resolve("shop-db/src/main/resources/dibs/schema"));
        Path file = files.resolve("tables.sql");

        Files.writeString(file, "\nCREATE TABLE customers (id integer);\n");
        refused(dibs.run("diff"), "dibs/schema/tables.sql:2");
        refused(dibs.run("check"), "dibs/schema/tables.sql:2");
        Files.writeString(file, "ALTER TABLE customers ADD COLUMN mood text;\n");
        refused(dibs.run("diff"), "dibs/schema/tables.sql");
    }

    @Test
    void aFileThatIsDeletedNoLongerCountsAndATriggerThatNoFileKnowsStays() throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        String url = Servers.database(15);
        Cli dibs = Cli.in(shop).with("DATABASE_URL", url);
        success(dibs.run("migrate"));
        Sql.run(url, "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch()");
        Path files = Files.createDirectories(shop.resolve("shop-db/src/main/resources/dibs/schema"));
        Files.writeString(files.resolve("security.sql"), "ALTER TABLE customers ENABLE ROW LEVEL SECURITY;\n");
        Path view = Files.writeString(files.resolve("view.sql"), "CREATE VIEW soon_gone AS SELECT 1 AS one;\n");
        assertThat(success(dibs.run("diff", "--format", "sql")).out()).contains("soon_gone").contains("ROW LEVEL SECURITY")
                .doesNotContain("DROP");
        Files.delete(view);
        assertThat(success(dibs.run("diff", "--format", "sql")).out()).contains("ROW LEVEL SECURITY")
                .doesNotContain("soon_gone");
    }

    private static void refused(Result result, String place) {
        assertThat(result.status()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains("DIBS-0308").contains(place).contains("org.acme.shop.db.Customer");
    }
}
