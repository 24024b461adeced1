package io.quarkiverse.dibs.cli.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void linesBreakBetweenWordsAndKeepTheirIndentation() {
        assertThat(wrapped("  one two three", 9)).containsExactly("  one two", "  three");
        assertThat(wrapped("short", 9)).containsExactly("short");
        assertThat(wrapped("", 9)).containsExactly("");
    }

    @Test
    void aWordThatFitsNowhereIsBroken() {
        assertThat(wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(wrapped("漢字漢字", 3)).as("two columns each").containsExactly("漢", "字", "漢", "字");
        assertThat(wrapped("漢", 1)).containsExactly("漢");
    }

    @Test
    void tonesStayWithTheirText() {
        Styled line = Styled.of(Tone.HEADING, "one ").plus(Tone.FAINT, "two");

        assertThat(Wrapping.wrap(List.of(line), 4)).containsExactly(Styled.of(Tone.HEADING, "one"),
                Styled.EMPTY.plus(Tone.FAINT, "two"));
        assertThat(line.cut(5, "~")).isEqualTo(Styled.of(Tone.HEADING, "one ").plus(Tone.FAINT, "~"));
    }

    @Test
    void controlCharactersDoNotGetThrough() {
        assertThat(Styled.of("a\u001b[31mb\tc\u0000").text()).isEqualTo("a?[31mb    c?");
    }

    private static List<String> wrapped(String text, int width) {
        return Wrapping.wrap(List.of(Styled.of(text)), width).stream().map(Styled::text).toList();
    }
}
