package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.dibs.cli.tui.text.Styled;

/** Something in front of the lists that takes the keys. */
public interface Dialog {

    Next pressed(TuiState state, Key key);

    /** What it shows. */
    Content content(Size size);

    /**
     * What a dialog shows.
     *
     * @param fixed lines that always stay, above the rest
     * @param scrolled lines of which those from {@code top} on are shown
     * @param cursorLine the fixed line in which something is typed, or -1
     * @param cursorColumn where, from 0
     */
    record Content(String title, List<Styled> fixed, List<Styled> scrolled, int top, List<Hint> hints, int cursorLine,
            int cursorColumn) {
        public Content {
            Objects.requireNonNull(title);
            fixed = List.copyOf(fixed);
            scrolled = List.copyOf(scrolled);
            hints = List.copyOf(hints);
        }

        static Content of(String title, List<Styled> fixed, List<Styled> scrolled, int top, Hint... hints) {
            return new Content(title, fixed, scrolled, top, List.of(hints), -1, 0);
        }

        Content withCursor(int line, int column) {
            return new Content(title, fixed, scrolled, top, hints, line, column);
        }
    }

    /** A key and what it does. */
    record Hint(String key, String does) {
        public Hint {
            Objects.requireNonNull(key);
            Objects.requireNonNull(does);
        }
    }
}
