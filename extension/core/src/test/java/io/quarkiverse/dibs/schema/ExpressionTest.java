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
}
