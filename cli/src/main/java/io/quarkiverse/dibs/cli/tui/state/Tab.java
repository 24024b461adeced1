package io.quarkiverse.dibs.cli.tui.state;

/** The three things there are to look at. */
public enum Tab {
    SCHEMA("Schema"),
    CHANGES("Changes"),
    MIGRATIONS("Migrations");

    private final String title;

    Tab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The key that opens it. */
    public char key() {
        return (char) ('1' + ordinal());
    }

    Tab next(int by) {
        return values()[Math.floorMod(ordinal() + by, values().length)];
    }
}
