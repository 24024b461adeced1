package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class DocCommentTest {

    @Test
    void isEmptyWhereThereIsNoComment() {
        assertThat(DocComment.parse(null).description()).isEmpty();
        assertThat(DocComment.parse("").description()).isEmpty();
        assertThat(DocComment.parse("  \n \n").description()).isEmpty();
        assertThat(DocComment.parse(" @see Object").description()).isEmpty();
    }

    @Test
    void keepsLinesAndIndentation() {
        assertThat(DocComment.parse(" One\n two.\n <pre>\n   code\n </pre>\n\n Last. \n").description())
                .contains("One\ntwo.\n<pre>\n  code\n</pre>\n\nLast.");
    }

    @Test
    void endsAtTheFirstBlockTag() {
        assertThat(DocComment.parse(" Mail to a@b.\n\n @since 1\n more").description()).contains("Mail to a@b.");
    }

    @Test
    void doesNotTakeAnAnnotationInACodeExampleForATag() {
        assertThat(DocComment.parse(" As in\n {@code\n @Table class A { int x; }\n @Foo\n } here.\n @see B").description())
                .contains("As in\n{@code\n@Table class A { int x; }\n@Foo\n} here.");
    }

    @Test
    void readsParametersOverSeveralLines() {
        assertThat(DocComment.parse(" @param x the\n        first\n @param <T> a type\n @param empty\n @param y second")
                .parameters()).isEqualTo(Map.of("x", "the first", "<T>", "a type", "y", "second"));
    }
}
