package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/** A db module whose entities are in several schemas of one database, through the real command. */
class ManagedSchemasTest {

    @TempDir
    Path folder;

    @Test
    void oneModuleManagesSeveralSchemas() throws IOException {
        Path workspace = Modules.copy(Modules.of("schemas", Map.of("Customer", """
                @Table(value = "customers", schema = "sales")
                public class Customer {
                    @PrimaryKey @Identity public Long id;
                    public String name;
                }
                """, "Item", """
                @Table(value = "items", schema = "stock")
                public class Item {
                    @PrimaryKey @Identity public Long id;
                    @ForeignKey(entity = Customer.class) @Index public Long reservedFor;
                }
                """)), folder.resolve("schemas"));
        String url = Servers.database(18);
        Sql.run(url,
                "CREATE SCHEMA other; CREATE TABLE other.theirs (id int); CREATE SCHEMA stock; CREATE TABLE stock.kept (id int)");
        Cli dibs = Cli.in(workspace).with("DATABASE_URL", url);
        schemas(workspace, "\"sales\", \"stock\"");

        Result generated = dibs.run("generate-from-diff", "create-all");
        assertThat(generated.status()).as(generated.toString()).isZero();
        Result migrated = dibs.run("migrate");
        assertThat(migrated.status()).as(migrated.toString()).isZero();
        assertThat(
                Sql.list(url,
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('sales', 'stock', 'other')"
                                + " ORDER BY 1"))
                .containsExactly("other.theirs", "sales.customers", "stock.items", "stock.kept");
        Result check = dibs.run("check");
        assertThat(check.status()).as(check.toString()).isZero();

        Sql.run(url, "ALTER TABLE stock.items ADD COLUMN extra int; ALTER TABLE sales.customers ADD COLUMN extra int");
        assertThat(dibs.run("diff").out()).contains("items", "customers").doesNotContain("theirs");
        schemas(workspace, "\"stock\"");
        Result one = dibs.run("diff");
        assertThat(one.out()).as("of the other schema nothing is said, neither that it differs nor that it is missing")
                .contains("items", "extra").doesNotContain("customers");
        assertThat(dibs.run("diff", "--schema", "sales").out()).contains("customers", "extra").doesNotContain("items");
    }

    private static void schemas(Path workspace, String names) throws IOException {
        Path settings = workspace.resolve("dibs.toml");
        String others = Files.readString(settings).lines().filter(line -> !line.startsWith("schemas"))
                .reduce("", (text, line) -> text + line + "\n");
        Files.writeString(settings, others.replace("[db]\n", "[db]\nschemas = [" + names + "]\n"));
    }
}
