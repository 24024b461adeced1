package io.quarkiverse.dibs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = { "users", "_x", "a1", "a$b", "name", "value", "type", "role", "text", "comment", "key" })
    void plainNamesStayAsTheyAre(String name) {
        assertThat(Identifiers.quote(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "order", "user", "select", "left", "freeze", "between", "json", "merge_action", "system_user",
            "int", "values", "time", "Users", "1a", "$a", "a b", "a.b", "a-b", "é", "naïve", "😀", " " })
    void everythingElseIsQuoted(String name) {
        assertThat(Identifiers.quote(name)).isEqualTo('"' + name + '"');
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = { "a\"b,\"a\"\"b\"", "\",\"\"\"\"",
            "\"; drop table x;--,\"\"\"; drop table x;--\"" })
    void quotesInsideAreDoubled(String name, String quoted) {
        assertThat(Identifiers.quote(name)).isEqualTo(quoted);
    }

    @Test
    void namesThatPostgresCannotHaveAreRefused() {
        assertThatThrownBy(() -> Identifiers.quote("a\0b")).isInstanceOf(DibsException.class)
                .hasMessageContaining("DIBS-0152");
        assertThatThrownBy(() -> Identifiers.quote("")).isInstanceOf(DibsException.class).hasMessageContaining("DIBS-0151");
    }

    @Test
    void aNameIsQualifiedPartByPart() {
        assertThat(Identifiers.qualify("Shop", "order")).isEqualTo("\"Shop\".\"order\"");
        assertThat(Identifiers.qualify("", "pg_trgm")).isEqualTo("pg_trgm");
        assertThat(Identifiers.list(List.of("a", "B"))).isEqualTo("a, \"B\"");
        assertThat(Identifiers.role("")).isEqualTo("PUBLIC");
    }

    @Test
    void lengthIsCountedInBytes() {
        assertThat(Identifiers.fits("x".repeat(63))).isTrue();
        assertThat(Identifiers.fits("x".repeat(64))).isFalse();
        assertThat(Identifiers.fits("é".repeat(31))).isTrue();
        assertThat(Identifiers.fits("é".repeat(32))).isFalse();
    }

    @Test
    void aLongNameIsShortenedToOneThatFitsAndTellsItApart() {
        Set<String> shortened = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String name = Identifiers.shorten("idx_" + "long".repeat(20) + i);
            assertThat(name).matches("idx_(long)+l?o?n?g?_[0-9a-f]{8}");
            assertThat(Identifiers.bytes(name)).isEqualTo(63);
            shortened.add(name);
        }
        assertThat(shortened).hasSize(1000);
        assertThat(Identifiers.shorten("short")).isEqualTo("short");
        assertThat(Identifiers.shorten("a".repeat(64))).isEqualTo(Identifiers.shorten("a".repeat(64)));
    }

    @Test
    void shorteningNeverCutsACharacterInTwo() {
        for (String letter : List.of("é", "語", "😀")) {
            for (String prefix : List.of("", "a", "ab", "abc")) {
                String name = Identifiers.shorten(prefix + letter.repeat(40));
                assertThat(Identifiers.bytes(name)).isBetween(60, 63);
                assertThat(name).matches(prefix + "(" + letter + ")+_[0-9a-f]{8}");
            }
        }
    }
}
