package io.quarkiverse.dibs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.report.GeneratedMigration;

class MigrationSourceTest {

    @TempDir
    Path folder;

    @Test
    void writesOneTextBlockForEachStatementWithItsHazardsBefore() {
        GeneratedMigration written = MigrationSource.write("org.acme", "20260124120000", "create-users",
                new MigrationPart("Create users.", true, List.of(
                        new MigrationPart.Execute("CREATE TABLE users (\n    id bigint\n)", List.of()),
                        new MigrationPart.Execute("CREATE INDEX i ON users (id)",
                                List.of("blocks-writes: users: it does")))));
        assertThat(written.path()).isEqualTo("org/acme/M20260124120000CreateUsers.java");
        assertThat(written.source()).isEqualTo("""
                package org.acme;

                import io.quarkiverse.dibs.Migration;
                import io.quarkiverse.dibs.MigrationContext;

                /** Create users. */
                @Migration
                public class M20260124120000CreateUsers {

                    void migrate(MigrationContext db) {
                        db.execute(\"""
                                CREATE TABLE users (
                                    id bigint
                                )
                                \""");

                        // blocks-writes: users: it does
                        db.execute(\"""
                                CREATE INDEX i ON users (id)
                                \""");
                    }
                }
                """);
    }

    @Test
    void writesTheSameAsSqlForReview() {
        GeneratedMigration written = MigrationSource.write("org.acme", "1", "fill", new MigrationPart("Fill.", true, List.of(
                new MigrationPart.Remark(List.of("left out: DROP TABLE t")),
                new MigrationPart.Execute("ALTER TABLE u\n    ADD x int", List.of("blocks-reads: u: for a moment")),
                new MigrationPart.Backfill("u.x", "u", List.of("a", "b"), "UPDATE u\nSET x = 1", List.of()))));
        assertThat(written.sqlPath()).isEqualTo("org/acme/M1Fill.sql");
        assertThat(written.sql()).isEqualTo("""
                -- M1Fill: Fill.
                -- For review only. What runs is M1Fill.java.

                BEGIN;

                -- left out: DROP TABLE t

                -- blocks-reads: u: for a moment
                ALTER TABLE u
                    ADD x int;

                -- backfill u.x: in batches by the key of u (a, b), each in a transaction of its own:
                --   UPDATE u
                --   SET x = 1

                COMMIT;
                """);
        assertThat(MigrationSource.write("", "1", "i", new MigrationPart("I.", false,
                List.of(new MigrationPart.Execute("CREATE INDEX CONCURRENTLY i ON t (x)", List.of())))).sql())
                .doesNotContain("BEGIN", "COMMIT").endsWith("\nCREATE INDEX CONCURRENTLY i ON t (x);\n");
    }

    @Test
    void writesABackfillAsOne() {
        String source = MigrationSource.write("", "1", "Fill", new MigrationPart("Fill.", false,
                List.of(new MigrationPart.Backfill("users.x", "users", List.of("a", "b"), "UPDATE users",
                        List.of("Say which.")))))
                .source();
        assertThat(source).doesNotContain("package").contains("@Migration(transactional = false)").contains("""
                        // Say which.
                        db.backfill("users.x").over("users", "a", "b")
                                .run(\"""
                                        UPDATE users
                                        \""");
                """);
    }

    @Test
    void whatIsSpecialInATextBlockIsEscaped() {
        String block = TextBlock.of("SELECT '\\d \"\"\"\"' \nx\r\ty\t", "");
        assertThat(block).isEqualTo("\"\"\"\nSELECT '\\\\d \\\"\\\"\"\"'\\s\nx\\r\ty\\t\n\"\"\"");
        assertThat(block.translateEscapes()).isEqualTo("\"\"\"\nSELECT '\\d \"\"\"\"' \nx\r\ty\t\n\"\"\"");
    }

    /** The compiler is asked: what it strips, and how long a constant may be, it knows best. */
    @Test
    void anyTextComesThroughTheCompilerAsItIs(@TempDir Path folder) throws Exception {
        String blanks = "a\u3000\n\u2003\n  b \t\f\u2028\nc\u00a0\n\t\n\"\"\"\"\\" + "u0041\u3000";
        String oneLine = "\"\"\"漢\uD83D\uDE00 \\".repeat(20_000);
        String lines = "SELECT '\u3000\n 0123456789 ünï\n'\n".repeat(9_000);
        List<String> texts = List.of(blanks, oneLine, "x" + oneLine, "xy" + oneLine, lines, "y".repeat(21_845), "");
        StringBuilder source = new StringBuilder("public class Texts { public static String[] all() { return new String[] {");
        texts.forEach(text -> source.append(TextBlock.of(text, "        ")).append(",\n"));
        Path file = Files.writeString(folder.resolve("Texts.java"), source + "}; } }");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, System.err, "-encoding", "UTF-8", "-Xlint:-text-blocks",
                "-d", folder.toString(), file.toString())).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() })) {
            String[] read = (String[]) loader.loadClass("Texts").getMethod("all").invoke(null);
            assertThat(read).containsExactly(texts.stream().map(text -> text + "\n").toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "line of a function\n", "\\ \"\"\" \t", "\u20ac\ud83d\ude00", "\n" })
    void whatIsTooLongForAConstantIsPutTogetherOfSeveral(String repeated) throws Exception {
        String text = "a" + repeated.repeat(200_000 / repeated.length()) + " end";
        assertThat(compiled("String text() { return " + TextBlock.of(text, "    ") + "; }", "text"))
                .isEqualTo(text + "\n");
    }

    @Test
    void whatIsTooMuchForAMethodStandsInSeveral() {
        String source = MigrationSource.write("", "1", "Many",
                new MigrationPart("Many.", true, IntStream
                        .range(0, 2500).<MigrationPart.Entry> mapToObj(i -> new MigrationPart.Execute("SELECT " + i, List.of()))
                        .toList()))
                .source();
        assertThat(source).contains("""
                    void migrate(MigrationContext db) {
                        part1(db);
                        part2(db);
                        part3(db);
                    }

                    private static void part1(MigrationContext db) {
                        db.execute(\"""
                                SELECT 0
                """).endsWith("""
                                SELECT 2499
                                \""");
                    }
                }
                """);
    }

    /** What the method of a class that holds nothing else returns. */
    private Object compiled(String member, String method) throws Exception {
        Path source = Files.writeString(folder.resolve("Written.java"), "class Written { " + member + " }\n");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-encoding", "UTF-8", source.toString()))
                .isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, null)) {
            Class<?> written = loader.loadClass("Written");
            Constructor<?> constructor = written.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method found = written.getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(constructor.newInstance());
        }
    }

    @Test
    void aCommentCannotEndEarlyNorGrowTooLong() {
        String source = MigrationSource.write("", "1", "A", new MigrationPart("x */ y \\u002a", true,
                List.of(new MigrationPart.Remark(List.of("word ".repeat(60)))))).source();
        assertThat(source).contains("/** x * / y \\ u002a */");
        assertThat(source.lines()).allMatch(line -> line.length() < 128);
    }

    @Test
    void namesBecomeClassNamesThatLeaveTheVersionAlone() {
        assertThat(MigrationSource.camelCase("create-users")).isEqualTo("CreateUsers");
        assertThat(MigrationSource.camelCase("2fa for all")).isEqualTo("Step2faForAll");
        assertThat(MigrationSource.camelCase("addedByBob")).isEqualTo("AddedByBob");
    }

    @Test
    void aVersionIsNewerThanAllOthers() {
        assertThat(MigrationVersions.after(List.of(), "20260101000000")).isEqualTo("20260101000000");
        assertThat(MigrationVersions.after(List.of("20271231235959"), "20260101000000")).isEqualTo("20280101000000");
        assertThat(MigrationVersions.after(List.of("99", "100"), "7")).isEqualTo("101");
    }
}
