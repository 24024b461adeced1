package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;

import io.quarkiverse.dibs.cli.tui.text.Tone;

/** One line for the user, shown until the next key. */
public record Notice(Tone tone, String text) {

    public static final Notice NONE = new Notice(Tone.PLAIN, "");

    public Notice {
        Objects.requireNonNull(tone);
        Objects.requireNonNull(text);
    }
}
