package io.quarkiverse.dibs.cli.tui.state;

/**
 * A key that was pressed. {@code character} is that of {@link Name#CHARACTER}, and the letter of {@link Name#CONTROL}; else 0.
 */
public record Key(Name name, int character) {

    /** Which one. */
    public enum Name {
        CHARACTER,
        /** A letter together with the control key. */
        CONTROL,
        ENTER,
        ESCAPE,
        TAB,
        BACK_TAB,
        BACKSPACE,
        DELETE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        HOME,
        END,
        PAGE_UP,
        PAGE_DOWN,
        /** One that nothing is done with. */
        OTHER
    }

    public static Key of(char character) {
        return new Key(Name.CHARACTER, character);
    }

    public static Key control(char letter) {
        return new Key(Name.CONTROL, letter);
    }

    public static Key of(Name name) {
        return new Key(name, 0);
    }

    public boolean is(char wanted) {
        return name == Name.CHARACTER && character == wanted;
    }

    public boolean is(Name wanted) {
        return name == wanted;
    }

    public boolean isControl(char letter) {
        return name == Name.CONTROL && character == letter;
    }
}
