package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;

class ProblemRendererTest {

    private static final Problem FAILED = Problem.of("DIBS-0501", Category.SQL, "the statement failed");

    @Test
    void theCaretStandsUnderThePositionOfASeveralLineStatement() {
        String sql = "SELECT id,\n       emial\n  FROM users";
        Problem problem = FAILED.server("42703", sql, sql.indexOf("emial") + 1, null, "Perhaps you meant \"email\".");

        assertThat(plain(problem, false)).isEqualTo("""
                DIBS-0501 the statement failed

                  1 | SELECT id,
                  2 |        emial
                             ^
                  3 |   FROM users

                  hint: Perhaps you meant "email".
                  SQLSTATE 42703, undefined column
                """);
    }

    @Test
    void theCaretStandsRightAfterTabsAndWideCharacters() {
        String sql = "\tSELECT '表é' AS x, wrong";
        Problem problem = FAILED.server("42703", sql, sql.indexOf("wrong") + 1, null, null);

        String[] lines = plain(problem, false).split("\n");

        // "  1 | " and four columns for the tab; the wide character takes two
        assertThat(lines[2]).isEqualTo("  1 |     SELECT '表é' AS x, wrong");
        assertThat(lines[3].indexOf('^')).isEqualTo(lines[2].indexOf("wrong") + 1);
    }

    @Test
    void aPositionCountsCharactersNotUtf16Units() {
        String sql = "SELECT '\ud83d\ude00', wrong";
        int position = sql.codePointCount(0, sql.indexOf("wrong")) + 1;
        Problem problem = FAILED.server("42703", sql, position, null, null);

        String[] lines = plain(problem, false).split("\n");

        // the emoji is two UTF-16 units and two columns wide, so the two indexes are the same
        assertThat(lines[3].indexOf('^')).isEqualTo(lines[2].indexOf("wrong"));
    }

    @Test
    void aPositionBehindTheEndPointsToTheEnd() {
        Problem problem = FAILED.server("42601", "SELECT (", 99, null, null);

        assertThat(plain(problem, false)).contains("  1 | SELECT (\n              ^\n");
    }

    @Test
    void windowsLineBreaksDoNotMoveTheCaret() {
        String sql = "SELECT\r\n  wrong";
        Problem problem = FAILED.server("42703", sql, sql.indexOf("wrong") + 1, null, null);

        assertThat(plain(problem, false)).contains("  2 |   wrong\n        ^\n");
    }

    @Test
    void theStatementInsideTheStatementHasItsOwnCaret() {
        String inner = "INSERT INTO tt VALUES (1)";
        Problem problem = FAILED.server("42P01", "SELECT f()", 0, null, null).within(ServerContext.of(
                "PL/pgSQL function f() line 3 at SQL statement", inner, inner.indexOf("tt") + 1));

        assertThat(plain(problem, false)).isEqualTo("""
                DIBS-0501 the statement failed

                  1 | SELECT f()

                  in it:

                  1 | INSERT INTO tt VALUES (1)
                                  ^

                  context: PL/pgSQL function f() line 3 at SQL statement
                  SQLSTATE 42P01, undefined table
                """);
    }

    @Test
    void whatTheContextSaysOfValuesIsHiddenUnlessAskedFor() {
        Problem problem = FAILED.server("22P02", "SELECT f()", 0, null, null).within(ServerContext.of("""
                COPY users, line 1, column id: "ann@example.org"
                JSON data, line 1: {"mail": "ann@example.org", ...
                SQL statement "INSERT INTO users
                  SELECT 1"
                unnamed portal with parameters: $1 = 'ann@example.org'
                PL/pgSQL-Funktion f() Zeile 3 bei RAISE
                fonction PL/pgSQL f(), ligne 3 à RAISE""", null, 0));

        assertThat(plain(problem, false)).doesNotContain("ann@example.org").contains("""
                  context: SQL statement "INSERT INTO users
                      SELECT 1"
                    PL/pgSQL-Funktion f() Zeile 3 bei RAISE
                    fonction PL/pgSQL f(), ligne 3 à RAISE
                """);
        assertThat(plain(problem, true)).contains("unnamed portal with parameters: $1 = 'ann@example.org'");
    }

    @Test
    void theDetailIsHiddenUnlessAskedFor() {
        Problem problem = FAILED.server("23505", "INSERT INTO users VALUES (1)", 0, "Key (email)=(ann@example.org) exists.",
                null);

        assertThat(plain(problem, false)).doesNotContain("ann@example.org").contains("--show-detail");
        assertThat(plain(problem, true)).contains("detail: Key (email)=(ann@example.org) exists.");
    }

    @Test
    void theJavaSourceIsShownAfterTheSql() {
        String text = new ProblemRenderer(Palette.PLAIN, false).render(FAILED.at("M1.java:12").remedy("Mend it."),
                List.of("  11 |", "> 12 | db.execute(sql);"));

        assertThat(text).isEqualTo("""
                DIBS-0501 the statement failed
                  at M1.java:12

                    11 |
                  > 12 | db.execute(sql);

                  to do: Mend it.
                """);
    }

    @Test
    void aLongStatementWithoutAPositionIsCut() {
        Problem problem = FAILED.server("40001", "a\n".repeat(30) + "LAST", 0, null, null);

        assertThat(plain(problem, false)).contains("  12 | a\n  ... 19 more lines\n").doesNotContain("LAST");
    }

    private static String plain(Problem problem, boolean showDetail) {
        return new ProblemRenderer(Palette.PLAIN, showDetail).render(problem);
    }
}
