package io.quarkiverse.dibs.cli.tui;

import java.io.IOException;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.state.Key;
import io.quarkiverse.dibs.cli.tui.state.Key.Name;

/** Makes keys of the characters that a terminal sends for them: one for most, a sequence that begins with escape for others. */
final class KeyReader {

    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    /** How long a terminal takes at most between the characters of one key. */
    private static final long WITHIN_MILLIS = 60;

    private final Characters characters;

    KeyReader(Characters characters) {
        this.characters = characters;
    }

    /** Where the characters come from. */
    interface Characters {

        /** The next one, or a negative number: -1 at the end of the input, -2 when none has come by then. */
        int read(long millis) throws IOException;
    }

    /** The input has come to its end: the terminal is gone. */
    static final class Ended extends IOException {

        private static final long serialVersionUID = 1;

        Ended() {
            super("the terminal is gone");
        }
    }

    /** The next key, or empty when none was pressed by then. */
    Optional<Key> read(long millis) throws IOException {
        int c = characters.read(millis);
        if (c == -1) {
            throw new Ended();
        }
        return c < 0 ? Optional.empty() : Optional.of(key(c));
    }

    private Key key(int c) throws IOException {
        return switch (c) {
            case ESCAPE -> sequence();
            case '\r', '\n' -> Key.of(Name.ENTER);
            case '\t' -> Key.of(Name.TAB);
            case '\b', DELETE -> Key.of(Name.BACKSPACE);
            default -> c < ' ' ? Key.control((char) (c + 'a' - 1)) : new Key(Name.CHARACTER, codePoint(c));
        };
    }

    private int codePoint(int c) throws IOException {
        if (!Character.isHighSurrogate((char) c)) {
            return c;
        }
        int low = characters.read(WITHIN_MILLIS);
        return low > 0 && Character.isLowSurrogate((char) low) ? Character.toCodePoint((char) c, (char) low) : '?';
    }

    /** {@code ESC}, alone or the beginning of {@code ESC [ 1 ; 5 A} and the like. */
    private Key sequence() throws IOException {
        int second = characters.read(WITHIN_MILLIS);
        if (second < 0) {
            return Key.of(Name.ESCAPE);
        }
        if (second != '[' && second != 'O') {
            return Key.of(Name.OTHER);
        }
        StringBuilder parameters = new StringBuilder();
        int c = characters.read(WITHIN_MILLIS);
        while (c >= ' ' && c < '@') {
            parameters.append((char) c);
            c = characters.read(WITHIN_MILLIS);
        }
        return Key.of(name(c, parameters.toString()));
    }

    private static Name name(int end, String parameters) {
        return switch (end) {
            case 'A' -> Name.UP;
            case 'B' -> Name.DOWN;
            case 'C' -> Name.RIGHT;
            case 'D' -> Name.LEFT;
            case 'H' -> Name.HOME;
            case 'F' -> Name.END;
            case 'Z' -> Name.BACK_TAB;
            case '~' -> switch (parameters) {
                case "1", "7" -> Name.HOME;
                case "4", "8" -> Name.END;
                case "3" -> Name.DELETE;
                case "5" -> Name.PAGE_UP;
                case "6" -> Name.PAGE_DOWN;
                default -> Name.OTHER;
            };
            default -> Name.OTHER;
        };
    }
}
