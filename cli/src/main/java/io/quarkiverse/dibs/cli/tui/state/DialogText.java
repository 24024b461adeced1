package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Wrapping;

/** The lines of dialogs, as wide as a dialog is. */
final class DialogText {

    private DialogText() {
    }

    static List<Styled> wrapped(List<Styled> lines, Size size) {
        return Wrapping.wrap(lines, width(size));
    }

    /** With a column of air on each side. */
    static int width(Size size) {
        return Layout.dialog(size).innerWidth() - 2;
    }

    /** How many lines of the scrolled part are seen, below so many fixed ones and above the hints. */
    static int height(Size size, int fixed) {
        return Math.max(1, Layout.dialog(size).innerHeight() - fixed - 1);
    }
}
