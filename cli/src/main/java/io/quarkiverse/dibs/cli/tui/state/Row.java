package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;

import io.quarkiverse.dibs.cli.tui.text.Styled;

/**
 * A row of a list.
 *
 * @param id the same after the list was fetched again
 * @param branch whether rows of the next depth belong to it, which are left out while it is closed
 */
public record Row(String id, int depth, boolean branch, boolean open, Styled text, Item item) {
    public Row {
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
        Objects.requireNonNull(item);
    }

    static Row leaf(String id, int depth, Styled text, Item item) {
        return new Row(id, depth, false, false, text, item);
    }

    static Row branch(String id, boolean open, Styled text, Item item) {
        return new Row(id, 0, true, open, text, item);
    }
}
