package io.quarkiverse.dibs.cli.tui.state;

/** How large the terminal is, in characters. */
public record Size(int columns, int rows) {
}
