package io.quarkiverse.dibs.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.SourceLinks;

class WrappedTest {

    @Test
    void linesThatFitStayAsTheyAre() {
        String text = "  + users.email  text not null\nshort\n";

        assertThat(Wrapped.text(text, 80)).isSameAs(text);
        assertThat(Wrapped.text(text, 0)).isSameAs(text);
    }

    @Test
    void whatFollowsStandsFurtherIn() {
        assertThat(Wrapped.text("  + users.org_id_fkey  foreign key (org_id) references orgs (id)\nnext\n", 40)).isEqualTo("""
                  + users.org_id_fkey  foreign key
                      (org_id) references orgs (id)
                next
                """);
    }

    @Test
    void coloursAndLinksTakeNoRoomAndStayWhole() {
        String link = "\u001b]8;;file:///a/very/long/path/User.java\u001b\\User.java:14\u001b]8;;\u001b\\";
        String text = "  " + Palette.ANSI.created("+ users.email") + "  text not null  " + link + "\n";

        assertThat(Wrapped.text(text, 45)).isEqualTo(text);
        String narrow = Wrapped.text(text, 32);
        assertThat(SourceLinks.visible(narrow)).isEqualTo("  + users.email  text not null\n      User.java:14\n");
        assertThat(narrow).contains(link);
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(Wrapped.text("表表表表表 表表表表表 表表\n", 20)).isEqualTo("表表表表表\n    表表表表表 表表\n");
    }

    @Test
    void aWordThatFitsNowhereAndLinesOfSourceAreLeftAlone() {
        String word = "x".repeat(50);
        String source = "  12 | SELECT a, b, c FROM somewhere WHERE something\n               ^\n";

        assertThat(Wrapped.text(word + "\n", 30)).isEqualTo(word + "\n");
        assertThat(Wrapped.text(source, 30)).isEqualTo(source);
    }
}
