package io.quarkiverse.dibs.cli.tui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quarkiverse.dibs.report.TextWidth;

/**
 * One line of text in pieces with their tones. Holds no control characters, whoever wrote the text: a terminal would obey them.
 */
public record Styled(List<Piece> pieces) {

    public static final Styled EMPTY = new Styled(List.of());

    private static final String TAB = "    ";

    public Styled {
        pieces = List.copyOf(pieces);
    }

    /** Text of one tone. */
    public record Piece(String text, Tone tone) {
        public Piece {
            Objects.requireNonNull(tone);
            text = harmless(text);
        }

        private static String harmless(String text) {
            if (text.chars().noneMatch(Character::isISOControl)) {
                return text;
            }
            return text.replace("\t", TAB).codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    public static Styled of(String text) {
        return of(Tone.PLAIN, text);
    }

    public static Styled of(Tone tone, String text) {
        return text.isEmpty() ? EMPTY : new Styled(List.of(new Piece(text, tone)));
    }

    /** Each line of a text. */
    public static List<Styled> lines(Tone tone, String text) {
        return text.lines().map(line -> of(tone, line)).toList();
    }

    public Styled plus(String text) {
        return plus(Tone.PLAIN, text);
    }

    public Styled plus(Tone tone, String text) {
        return plus(of(tone, text));
    }

    public Styled plus(Styled other) {
        List<Piece> both = new ArrayList<>(pieces);
        both.addAll(other.pieces);
        return new Styled(both);
    }

    /** With as many spaces behind as make it that wide. */
    public Styled padded(int width) {
        return plus(" ".repeat(Math.max(0, width - width())));
    }

    /** How many columns it takes. */
    public int width() {
        return pieces.stream().mapToInt(piece -> TextWidth.of(piece.text())).sum();
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(piece.text()));
        return out.toString();
    }

    /** The part that fits; what does not is marked by the ellipsis. */
    public Styled cut(int width, String ellipsis) {
        if (width() <= width) {
            return this;
        }
        int room = Math.max(0, width - TextWidth.of(ellipsis));
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            int end = Wrapping.fitting(piece.text(), room);
            if (end > 0) {
                kept.add(new Piece(piece.text().substring(0, end), piece.tone()));
            }
            room -= TextWidth.of(piece.text().substring(0, end));
            if (end < piece.text().length()) {
                break;
            }
        }
        return new Styled(kept).plus(Tone.FAINT, width < TextWidth.of(ellipsis) ? "" : ellipsis);
    }
}
