package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;

/**
 * A line that is being typed.
 *
 * @param cursor how many characters stand before the cursor
 */
public record TextInput(String text, int cursor) {

    public TextInput {
        Objects.requireNonNull(text);
        cursor = Math.max(0, Math.min(cursor, text.length()));
    }

    static TextInput of(String text) {
        return new TextInput(text, text.length());
    }

    /** After a key; the same when the key means nothing here. */
    TextInput pressed(Key key) {
        return switch (key.name()) {
            case CHARACTER -> insert(Character.toString(key.character()));
            case BACKSPACE -> cursor == 0 ? this : cutBetween(text.offsetByCodePoints(cursor, -1), cursor);
            case DELETE -> cursor == text.length() ? this : cutBetween(cursor, text.offsetByCodePoints(cursor, 1));
            case LEFT -> cursor == 0 ? this : new TextInput(text, text.offsetByCodePoints(cursor, -1));
            case RIGHT -> cursor == text.length() ? this : new TextInput(text, text.offsetByCodePoints(cursor, 1));
            case HOME -> new TextInput(text, 0);
            case END -> of(text);
            case CONTROL -> controlled(key);
            case ENTER, ESCAPE, TAB, BACK_TAB, UP, DOWN, PAGE_UP, PAGE_DOWN, OTHER -> this;
        };
    }

    private TextInput controlled(Key key) {
        return switch (key.character()) {
            case 'a' -> new TextInput(text, 0);
            case 'e' -> of(text);
            case 'u' -> cutBetween(0, cursor);
            case 'k' -> cutBetween(cursor, text.length());
            case 'w' -> cutBetween(wordBefore(), cursor);
            default -> this;
        };
    }

    private int wordBefore() {
        int at = cursor;
        while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private TextInput insert(String typed) {
        return new TextInput(text.substring(0, cursor) + typed + text.substring(cursor), cursor + typed.length());
    }

    private TextInput cutBetween(int from, int to) {
        return new TextInput(text.substring(0, from) + text.substring(to), from);
    }
}
