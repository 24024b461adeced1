package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.processor.SourceMetadata.Position;

class SourceTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n", "\r" })
    void countsLinesWhateverTheirEnd(String end) {
        SourceText text = new SourceText("ab" + end + end + "\tcd");
        assertThat(text.at(1)).isEqualTo(new Position(1, 2));
        assertThat(text.at(2 + 2 * end.length() + 1)).isEqualTo(new Position(3, 2));
        assertThat(text.sha256()).isEqualTo(new SourceText("ab\n\n\tcd").sha256());
    }

    @Test
    void hashesTheTextAsUtf8() {
        assertThat(new SourceText("").sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new SourceText("é\r\n").sha256())
                .isEqualTo("edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', value = { "xx x|3", "/* x */ x|8", "\"x\\\"x\" x|7", "'x' x|4",
            "\"\"\"x\"\"\" x|8", "$x _x x1|-1", "/* x|-1", "\"x|-1" })
    void findsANameAsAWordOfItsOwn(String text, int expected) {
        assertThat(new SourceText(text).find("x", 0, text.length())).isEqualTo(expected);
    }

    @Test
    void findsANameBehindALineComment() {
        assertThat(new SourceText("// x\n x").find("x", 0, 7)).isEqualTo(6);
    }

    @Test
    void findsNothingOutsideOfTheRange() {
        assertThat(new SourceText("x y x").find("x", 1, 4)).isEqualTo(-1);
    }
}
