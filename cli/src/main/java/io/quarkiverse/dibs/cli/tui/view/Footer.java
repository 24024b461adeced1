package io.quarkiverse.dibs.cli.tui.view;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.cli.tui.state.Dialog.Hint;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.cli.tui.state.TuiState;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;

/** The last line: what is to be said, what is under way, or which keys do something here. */
final class Footer {

    private final Canvas canvas;

    Footer(Canvas canvas) {
        this.canvas = canvas;
    }

    void draw(TuiState state, int y) {
        int width = state.size().columns() - 2;
        Styled busy = state.isBusy()
                ? Styled.of(Tone.KEY, canvas.looks().spinner(state.ticks())).plus(Tone.FAINT, " " + state.underWay())
                : Styled.EMPTY;
        if (!state.notice().text().isEmpty()) {
            canvas.line(1, y, width, Styled.of(state.notice().tone(), state.notice().text()));
        } else if (state.isBusy()) {
            canvas.line(1, y, width, busy);
        } else {
            canvas.line(1, y, width, fitting(keys(state), width));
        }
    }

    /** The last ones, which say how to get out and to know more, are always there. */
    private Styled fitting(List<Hint> hints, int width) {
        for (int from = 0; from < hints.size(); from++) {
            Styled line = hints(hints.subList(from, hints.size()), canvas.looks().between());
            if (line.width() <= width) {
                return line;
            }
        }
        return Styled.EMPTY;
    }

    static Styled hints(List<Hint> hints, String between) {
        Styled line = Styled.EMPTY;
        for (Hint hint : hints) {
            line = line.plus(Tone.FAINT, line.pieces().isEmpty() ? "" : between).plus(Tone.KEY, hint.key())
                    .plus(" " + hint.does());
        }
        return line;
    }

    private static List<Hint> keys(TuiState state) {
        List<Hint> keys = new ArrayList<>();
        if (state.problem().isPresent()) {
            keys.add(new Hint("r", "try again"));
            keys.add(new Hint("o", "open the source"));
        } else {
            keys.add(new Hint("j k", "move"));
            keys.add(new Hint("Enter", "open"));
            keys.add(new Hint("Tab", state.pane().inDetail() ? "list" : "detail"));
            keys.add(new Hint("/", "filter"));
            if (state.tab() == Tab.CHANGES) {
                keys.add(new Hint("g", "generate"));
            }
            keys.add(new Hint("m", "migrate"));
            keys.add(new Hint("r", "refresh"));
        }
        keys.add(new Hint("?", "keys"));
        keys.add(new Hint("q", "quit"));
        return keys;
    }
}
