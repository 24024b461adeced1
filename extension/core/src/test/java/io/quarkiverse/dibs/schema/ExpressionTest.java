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
}
