package io.quarkiverse.dibs.cli.tui.text;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.cli.tui.text.Styled.Piece;
import io.quarkiverse.dibs.report.TextWidth;

/** Breaks lines that are too long, between words where there are some; what follows keeps the indentation of its line. */
public final class Wrapping {

    private static final int DEEPEST = 12;

    private Wrapping() {
    }

    public static List<Styled> wrap(List<Styled> lines, int width) {
        List<Styled> wrapped = new ArrayList<>();
        for (Styled line : lines) {
            wrap(line, Math.max(1, width), wrapped);
        }
        return wrapped;
    }

    private static void wrap(Styled line, int width, List<Styled> out) {
        String text = line.text();
        int indent = Math.min(Math.min(DEEPEST, width / 2), text.length() - text.stripLeading().length());
        Styled rest = line;
        String prefix = "";
        boolean broken = false;
        while (rest.width() + prefix.length() > width) {
            String remaining = rest.text();
            int end = breakAt(remaining, Math.max(1, width - prefix.length()), broken ? 0 : indent);
            out.add(Styled.of(prefix).plus(part(rest, 0, end)));
            int next = end;
            while (next < remaining.length() && remaining.charAt(next) == ' ') {
                next++;
            }
            rest = part(rest, next, remaining.length());
            prefix = " ".repeat(indent);
            broken = true;
        }
        if (rest.width() > 0 || !broken) {
            out.add(Styled.of(prefix).plus(rest));
        }
    }

    /** Behind the last word that fits, or in the midst of one that fits nowhere. */
    private static int breakAt(String text, int width, int from) {
        int most = fitting(text, width);
        int space = most < text.length() ? text.lastIndexOf(' ', most) : -1;
        if (space > from) {
            return space;
        }
        return Math.max(most, Character.charCount(text.codePointAt(0)));
    }

    /** How many characters of it fit. */
    static int fitting(String text, int width) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += TextWidth.of(c);
            if (used > width) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static Styled part(Styled line, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Piece piece : line.pieces()) {
            int begin = Math.max(from, at) - at;
            int end = Math.min(to, at + piece.text().length()) - at;
            if (begin < end) {
                pieces.add(new Piece(piece.text().substring(begin, end), piece.tone()));
            }
            at += piece.text().length();
        }
        return new Styled(pieces);
    }
}
