package io.quarkiverse.dibs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.schema.Expression;

class TextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a > 0|(a > 0)", "(a > 0)|(a > 0)", "(a) > (b)|((a) > (b))", "((a) > (b))|((a) > (b))", "(a = ')')|(a = ')')",
            "(a = '(') OR (b)|((a = '(') OR (b))", "(\")\" > 0)|(\")\" > 0)", "(a = $$)$$)|((a = $$)$$))",
            "(a -- b)|((a -- b))" })
    void anExpressionIsPutInOnePairOfParentheses(String expression, String parenthesized) {
        assertThat(Texts.parenthesized(new Expression(expression))).isEqualTo(parenthesized);
    }

    @Test
    void semicolonsAtTheEndAreLeftOut() {
        assertThat(Texts.statement(new Expression(" SELECT ';';\n ; "))).isEqualTo("SELECT ';'");
    }

    @Test
    void aDefinitionIsWrittenAsACreationOrAReplacement() {
        Expression either = new Expression("create or  replace function f() ... OR REPLACE");
        assertThat(Texts.create(either)).isEqualTo("CREATE function f() ... OR REPLACE");
        assertThat(Texts.createOrReplace(new Expression("CREATE TRIGGER t"))).isEqualTo("CREATE OR REPLACE TRIGGER t");
        assertThat(Texts.createOrReplace(either)).isEqualTo("CREATE OR REPLACE function f() ... OR REPLACE");
    }
}
