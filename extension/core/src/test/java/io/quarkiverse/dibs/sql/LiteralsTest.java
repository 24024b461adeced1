package io.quarkiverse.dibs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.DibsException;

class LiteralsTest {

    @Test
    void quotesAreDoubledAndBackslashesStandForThemselves() {
        assertThat(Literals.string("it's \\ a 'text'\n")).isEqualTo("'it''s \\ a ''text''\n'");
        assertThat(Literals.string("")).isEqualTo("''");
    }

    @Test
    void aNulCharacterIsRefused() {
        assertThatThrownBy(() -> Literals.string("\0")).isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0153");
    }

    @Test
    void theTagOfADollarQuoteDoesNotOccurInTheText() {
        assertThat(Literals.dollar("it's")).isEqualTo("$$it's$$");
        assertThat(Literals.dollar("a $$ b")).isEqualTo("$dibs$a $$ b$dibs$");
        assertThat(Literals.dollar("$$ $dibs$")).isEqualTo("$dibs1$$$ $dibs$$dibs1$");
        assertThat(Literals.dollar("ends in $")).isEqualTo("$dibs$ends in $$dibs$");
    }

    @Test
    void storageParametersAreBareWhereTheyCanBe() {
        assertThat(Literals.storageParameters(Samples.map("fillfactor", "70", "toast.autovacuum_enabled", "off", "x", "a b")))
                .isEqualTo("(fillfactor=70, toast.autovacuum_enabled=off, x='a b')");
    }

    @Test
    void changesOfParametersAndOptionsSayOnlyWhatDiffers() {
        assertThat(Literals.storageChange(Samples.map("a", "1", "b", "2", "c", "3"), Samples.map("a", "1", "b", "5", "d", "4")))
                .containsExactly("SET (b=5, d=4)", "RESET (c)");
        assertThat(Literals.storageChange(Samples.map("a", "1"), Samples.map("a", "1"))).isEmpty();
        assertThat(Literals.foreignOptionsChange(Samples.map("a", "1", "b", "2"), Samples.map("b", "it's", "c", "3")))
                .isEqualTo("OPTIONS (DROP a, SET b 'it''s', ADD c '3')");
    }
}
