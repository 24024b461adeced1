package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.it.Cli.Result;

/** Entities and migrations that cannot be: one build tells of all of them, each with its class, field and line. */
class BadEntitiesTest {

    @TempDir
    Path folder;

    @Test
    void everyMistakeOfABuildIsToldAtOnceWithItsPlace() {
        Path workspace = Modules.started(folder.resolve("bad"), Map.of(
                "Named", "@Table(\"t" + "x".repeat(63) + "\")\npublic class Named {\n    @PrimaryKey public Long id;\n}\n",
                "One", "@Table(\"twice\")\npublic class One {\n    @PrimaryKey public Long id;\n}\n",
                "Two", "@Table(\"twice\")\npublic class Two {\n    @PrimaryKey public Long id;\n}\n",
                "Referring", """
                        @Table("referring")
                        public class Referring {
                            @PrimaryKey public Long id;
                            @ForeignKey(references = "nowhere.id") public Long lost;
                            @ForeignKey(entity = Keyed.class) public String unlike;
                            @Column("same") public String first;
                            @Column("same") public String second;
                            public Thread unsupported;
                        }
                        """,
                "Keyed", "@Table(\"keyed\")\npublic class Keyed {\n    @PrimaryKey public Long id;\n}\n",
                "M1First", migration("M1First"), "M01Second", migration("M01Second")));

        Result result = Cli.in(workspace).with("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none").run("diff");

        assertThat(result.status()).as(result.toString()).isEqualTo(3);
        assertThat(result.err()).as(result.toString()).contains("Postgres keeps 63").contains("the table twice")
                .contains("the table nowhere").contains("Referring.java:10:").contains("the column unlike is text")
                .contains("the column same").contains("java.lang.Thread has no Postgres type").contains("its version 1")
                .doesNotContain("\tat ").doesNotContain("threw an exception");
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void reservedWordsAndQuotesInNamesSimplyWork(int major) {
        Path workspace = Modules.of("odd", Map.of("Order", """
                /** A table whose every name needs quotes. */
                @Table("select")
                @Index(columns = { "from", "Mixed \\"Case\\"" })
                public class Order {
                    @PrimaryKey @Column("user") public Long user;
                    @Column("from") @Unique public String from;
                    @Column("Mixed \\"Case\\"") @Check("\\"Mixed \\"\\"Case\\"\\"\\" <> ''") public String mixed;
                    @ForeignKey(entity = Order.class) @Column("order") public Optional<Long> order;
                }
                """, "Keyless", "@Table(\"table\")\npublic class Keyless {\n    public String value;\n}\n"));
        Cli dibs = Cli.in(Modules.copy(workspace, folder.resolve("odd"))).with("DATABASE_URL", Servers.database(major));

        Result diff = JourneyTest.success(dibs.run("diff"));
        assertThat(diff.out() + diff.err()).as("a table without a primary key is a warning").contains("primary key");
        JourneyTest.success(dibs.run("generate-from-diff", "odd names"));
        JourneyTest.success(dibs.run("migrate"));
        assertThat(JourneyTest.success(dibs.run("check")).out()).startsWith("in sync");
    }

    private static String migration(String name) {
        return "@Migration\npublic class " + name
                + " {\n    void migrate(MigrationContext db) {\n        db.execute(\"SELECT 1\");\n"
                + "    }\n}\n";
    }
}
