package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Wrapping;

/** Up and down: in the list, in the detail, or in the text of a problem. */
final class Moving {

    private Moving() {
    }

    static TuiState move(TuiState state, Key key) {
        Pane pane = state.pane();
        Layout layout = Layout.of(state.size());
        if (state.problem().isPresent()) {
            int lines = Wrapping.wrap(ProblemText.of(state.problem().get()), layout.body().innerWidth()).size();
            return state.with(pane.scrollTo(scrolled(pane.top(), key, lines, layout.body().innerHeight())));
        }
        if (pane.inDetail()) {
            Layout.Area area = pane.zoomed() ? layout.body() : layout.detail();
            List<Styled> detail = state.selectedRow().map(row -> row.item().detail()).orElse(List.of());
            int lines = Wrapping.wrap(detail, area.innerWidth()).size();
            return state.with(pane.scrollTo(scrolled(pane.top(), key, lines, area.innerHeight())));
        }
        int rows = state.rows().size();
        int at = Math.min(pane.selected(), Math.max(0, rows - 1));
        return state.with(pane.select(Math.max(0, Math.min(rows - 1, at + by(key, rows, layout.list().innerHeight())))));
    }

    /** The first line to show of so many, in so many rows. */
    static int scrolled(int top, Key key, int lines, int height) {
        int last = Math.max(0, lines - height);
        return Math.max(0, Math.min(last, Math.min(top, last) + by(key, lines, height)));
    }

    private static int by(Key key, int all, int height) {
        int half = Math.max(1, height / 2);
        return switch (key.name()) {
            case UP -> -1;
            case DOWN -> 1;
            case HOME -> -all;
            case END -> all;
            case PAGE_UP -> -Math.max(1, height - 1);
            case PAGE_DOWN -> Math.max(1, height - 1);
            case CONTROL -> key.character() == 'd' ? half : key.character() == 'u' ? -half : 0;
            case CHARACTER -> key.character() == 'j' ? 1
                    : key.character() == 'k' ? -1 : key.character() == 'G' ? all : 0;
            case ENTER, ESCAPE, TAB, BACK_TAB, BACKSPACE, DELETE, LEFT, RIGHT, OTHER -> 0;
        };
    }
}
