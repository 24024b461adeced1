package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;

class SourceMetadataTest {

    @ParameterizedTest
    @ValueSource(strings = { "plain", "", " leading and trailing ", "two\nlines\n", "tab\tand\\u0041 back\\slash\\", "# ! = :",
            "\r\n\f", "日本語 🙂 \u0000", "position=1:2" })
    void isReadAsItWasWritten(String text) throws IOException {
        SourceMetadata metadata = metadata(text);
        assertThat(SourceMetadata.read(new StringReader(metadata.toText()))).isEqualTo(metadata);
    }

    @Test
    void isWrittenInOneOrder() {
        assertThat(metadata("x").toText()).isEqualTo("""
                class=org.acme.Ünit$Inner
                field.a.javadoc=x
                field.a.position=3:4
                field.b.position=0:0
                file=org/acme/Ünit.java
                javadoc=x
                method.migrate.position=7:8
                position=1:2
                sha256=ab
                """);
    }

    @Test
    void refusesATextThatIsSomethingElse() {
        assertThatThrownBy(() -> SourceMetadata.read(new StringReader("a=b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourceMetadata.read(new StringReader("class=A\nfile=A.java\nposition=1\n")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a position: 1");
    }

    @Test
    void ignoresWhatANewerVersionAdded() throws IOException {
        SourceMetadata metadata = SourceMetadata.read(new StringReader("class=A\nfile=A.java\nfield.x.colour=red\n"));
        assertThat(metadata.position().known()).isFalse();
        assertThat(metadata.fields()).isEmpty();
    }

    private static SourceMetadata metadata(String text) {
        return new SourceMetadata("org.acme.Ünit$Inner", "org/acme/Ünit.java", new Position(1, 2), Optional.of(text),
                Optional.of("ab"),
                new TreeMap<>(Map.of("b", new Member(Position.UNKNOWN, Optional.empty()), "a",
                        new Member(new Position(3, 4), Optional.of(text)))),
                new TreeMap<>(Map.of("migrate", new Member(new Position(7, 8), Optional.empty()))));
    }
}
