package io.quarkiverse.dibs.cli.tui.view;

import java.util.List;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Rect;
import dev.tamboui.widgets.Clear;
import dev.tamboui.widgets.block.Block;
import dev.tamboui.widgets.block.Borders;
import io.quarkiverse.dibs.cli.tui.state.Layout.Area;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Styled.Piece;
import io.quarkiverse.dibs.cli.tui.text.Tone;

/** Draws styled lines and frames into a buffer of the library; nothing else here knows how that is done. */
final class Canvas {

    private final Buffer buffer;
    private final Looks looks;

    Canvas(Buffer buffer, Looks looks) {
        this.buffer = buffer;
        this.looks = looks;
    }

    Looks looks() {
        return looks;
    }

    /** A line, cut to the width. */
    void line(int x, int y, int width, Styled line) {
        if (y < 0 || y >= buffer.height() || width <= 0) {
            return;
        }
        int at = x;
        for (Piece piece : line.cut(width, looks.ellipsis()).pieces()) {
            at = buffer.setString(at, y, looks.shown(piece.text()), looks.style(piece.tone()));
        }
    }

    /** Makes the row one bar, so that it is seen without colours too. */
    void reverse(int x, int y, int width) {
        buffer.setStyle(new Rect(x, y, width, 1), looks.bar());
    }

    void frame(Area area, Styled title, boolean focused) {
        if (area.width() < 2 || area.height() < 2) {
            return;
        }
        Block.builder().borders(Borders.ALL).customBorderSet(looks.borders()).borderStyle(looks.frame(focused)).build()
                .render(new Rect(area.x(), area.y(), area.width(), area.height()), buffer);
        if (!title.pieces().isEmpty()) {
            line(area.x() + 2, area.y(), area.width() - 4, Styled.of(" ").plus(title).plus(" "));
        }
    }

    void clear(Area area) {
        Clear.INSTANCE.render(new Rect(area.x(), area.y(), area.width(), area.height()), buffer);
    }

    /** The lines from {@code top} on, inside the frame, with a mark on it that says how far that is. */
    void scrolled(Area area, List<Styled> lines, int top, int below) {
        int height = area.innerHeight() - below;
        int first = Math.max(0, Math.min(top, lines.size() - height));
        for (int i = 0; i < height && first + i < lines.size(); i++) {
            line(area.x() + 1, area.y() + 1 + below + i, area.innerWidth(), lines.get(first + i));
        }
        thumb(area, lines.size(), first, height, below);
    }

    /** On the right side of the frame: which part of so many lines is seen. */
    void thumb(Area area, int lines, int first, int height, int below) {
        if (lines <= height || height <= 0) {
            return;
        }
        int size = Math.max(1, height * height / lines);
        int at = (int) Math.round((double) first * (height - size) / (lines - height));
        for (int i = 0; i < size; i++) {
            line(area.x() + area.width() - 1, area.y() + 1 + below + at + i, 1, Styled.of(Tone.FAINT, looks.thumb()));
        }
    }
}
