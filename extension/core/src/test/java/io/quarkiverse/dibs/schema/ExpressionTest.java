package io.quarkiverse.dibs.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final Expression AS_A_WHOLE = new Expression(
            "((a)::text <> ALL ((ARRAY['p'::character varying, 'q''s'::character varying])::text[]))");
    private static final Expression ONE_BY_ONE = new Expression(
            "((a)::text <> ALL (ARRAY[('p'::character varying)::text, ('q''s'::character varying)::text]))");

    @Test
    void twoPrintingsOfOneArrayAreEqualAndPrintedAlike() {
        assertThat(AS_A_WHOLE).isEqualTo(ONE_BY_ONE).hasSameHashCodeAs(ONE_BY_ONE).hasToString(ONE_BY_ONE.toString());
    }

    @Test
    void anotherConstantIsAnotherExpression() {
        assertThat(new Expression(AS_A_WHOLE.sql().replace('p', 'o'))).isNotEqualTo(ONE_BY_ONE);
    }

    @Test
    void anArrayThatIsCastAsAWholeIsReadBackAsOne() {
        assertThat(AS_A_WHOLE.sqlToRead()).contains("((ARRAY['p'::character varying, 'q''s'::character varying])"
                + "::character varying[])::text[]");
    }

    @Test
    void aConditionPrintedNestedIsTheOnePrintedFlat() {
        Expression nested = new Expression("(((a >= 1) AND (a <= 5)) AND (b > 0))");
        Expression flat = new Expression("((a >= 1) AND (a <= 5) AND (b > 0))");
        assertThat(nested).isEqualTo(flat).hasSameHashCodeAs(flat).hasToString(flat.toString());
        assertThat(nested.sqlToRead()).isEqualTo("(((a >= 1) AND (a <= 5))::boolean AND (b > 0))");
        assertThat(flat.sqlToRead()).isEqualTo(flat.sql());
        assertThat(new Expression("((((a) OR (b)) OR (c)) OR (d))").sqlToRead())
                .isEqualTo("((((a) OR (b))::boolean OR (c))::boolean OR (d))");
        assertThat(new Expression("((x OR y) OR z)")).isEqualTo(new Expression("(x OR y OR z)"));
    }

    @Test
    void onlyTheFirstTermIsReadFlat() {
        for (String sql : new String[] { "((a) AND ((b) AND (c)))", "(((a) OR (b)) AND (c))", "('((a AND b) AND c)' = d)",
                "$f$((a AND b) AND c)$f$", "(((a) AND (b)) = (c))", "(f((a AND b), c) AND d)", "((a AND b) IS TRUE AND c)",
                "(x AND ((a) AND (b)) AND c)" }) {
            Expression expression = new Expression(sql);
            assertThat(expression.sqlToRead()).isEqualTo(sql);
            assertThat(expression.toString()).isEqualTo(sql);
        }
        assertThat(new Expression("SELECT 1 WHERE (((a = 1) AND (b = $1)) AND (c = 'x''(('::text))").sqlToRead())
                .isEqualTo("SELECT 1 WHERE (((a = 1) AND (b = $1))::boolean AND (c = 'x''(('::text))");
    }

    @Test
    void whatHasNoNameInASubqueryIsReadBackWithoutOne() {
        Expression once = new Expression("SELECT s.k FROM ( SELECT 'a'::text AS k UNION ALL SELECT 'b'::text) s");
        Expression again = new Expression("SELECT s.k FROM ( SELECT 'a'::text AS k UNION ALL SELECT 'b'::text AS text) s");
        assertThat(once).isEqualTo(again).hasSameHashCodeAs(again).hasToString(again.toString());
        assertThat(once.sqlToRead())
                .isEqualTo("SELECT s.k FROM ( SELECT 'a'::text AS k UNION ALL SELECT 'b'::text AS \"?column?\") s");
        assertThat(again.sqlToRead()).isEqualTo(again.sql());
    }

    @Test
    void aSubqueryWithoutANameIsCalledLikeItsFirstColumn() {
        Expression once = new Expression("EXISTS ( SELECT ( SELECT 'a'::text UNION SELECT 'b'::text LIMIT 1), ( SELECT 1))");
        assertThat(once).isEqualTo(new Expression("EXISTS ( SELECT ( SELECT 'a'::text AS text UNION SELECT 'b'::text AS text "
                + "LIMIT 1) AS text, ( SELECT 1))"));
        assertThat(once).isNotEqualTo(new Expression("EXISTS ( SELECT ( SELECT 'a'::text AS k UNION SELECT 'b'::text AS text "
                + "LIMIT 1) AS k, ( SELECT 1))"));
    }

    @Test
    void namesThatPostgresGivesAreThoseOfTheCatalog() {
        for (String item : new String[] { "(1)::bigint AS int8", "''::character varying(3) AS \"varchar\"", "true AS bool",
                "'x'::\"char\" AS \"char\"", "'x'::public.\"A b\" AS \"A b\"", "'{}'::integer[] AS int4",
                "'x'::timestamp(3) with time zone AS timestamptz", "'x'::interval day to second AS \"interval\"",
                "('x'::text COLLATE \"C\") AS text", "NULL::double precision AS float8" }) {
            String unnamed = item.substring(0, item.lastIndexOf(" AS "));
            Expression one = new Expression(
                    "EXISTS ( SELECT " + unnamed + ", percentile_cont(0.5) WITHIN GROUP (ORDER BY a) AS p)");
            assertThat(one).isEqualTo(new Expression(one.sql().replace(unnamed + ",", item + ",")));
            assertThat(one.sqlToRead()).isEqualTo(one.sql().replace(unnamed + ",", unnamed + " AS \"?column?\","));
        }
        for (String sql : new String[] { "SELECT 'x'::text AS k", "SELECT ', ''::text'' FROM ' AS text", "('x'::text)",
                "SELECT a.b, count(*) AS count, a.\"::c\" FROM a", "'SELECT a::text'::text" }) {
            assertThat(new Expression(sql).sqlToRead()).isEqualTo(sql);
            assertThat(new Expression(sql)).hasToString(sql);
        }
    }

    @Test
    void aFieldThatWasWrittenAsALiteralKeepsItsCapitals() {
        Expression printed = new Expression("EXTRACT(YEAR FROM at) || 'EXTRACT(YEAR FROM x)' || EXTRACT(day FROM at)");
        assertThat(printed.sqlToRead())
                .isEqualTo("EXTRACT('YEAR' FROM at) || 'EXTRACT(YEAR FROM x)' || EXTRACT(day FROM at)");
        assertThat(printed)
                .isEqualTo(new Expression("EXTRACT(year FROM at) || 'EXTRACT(YEAR FROM x)' || EXTRACT(day FROM at)"))
                .isNotEqualTo(new Expression("EXTRACT(year FROM at) || 'EXTRACT(year FROM x)' || EXTRACT(day FROM at)"));
    }
}
