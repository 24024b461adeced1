package io.quarkiverse.dibs.cli.tui.text;

/** What a piece of text means, from which a screen with or without colours makes its look. */
public enum Tone {
    PLAIN,
    HEADING,
    FAINT,
    CREATED,
    DROPPED,
    ALTERED,
    DANGER,
    GOOD,
    /** A word of SQL. */
    KEYWORD,
    /** A key to press. */
    KEY
}
