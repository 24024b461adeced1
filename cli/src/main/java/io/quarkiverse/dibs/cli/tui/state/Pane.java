package io.quarkiverse.dibs.cli.tui.state;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one tab is being looked at.
 *
 * @param selected the number of the row under the cursor, from 0
 * @param top the first line of the detail that is shown, from 0
 * @param inDetail whether the keys move the detail rather than the list
 * @param zoomed whether the detail has all the room
 * @param filter what rows have to hold, or empty
 * @param toggled the rows that are not as open or closed as they are at first, by id
 */
public record Pane(int selected, int top, boolean inDetail, boolean zoomed, String filter, Set<String> toggled) {

    public static final Pane FRESH = new Pane(0, 0, false, false, "", Set.of());

    public Pane {
        Objects.requireNonNull(filter);
        toggled = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(toggled));
    }

    /** With the cursor on another row, whose detail begins at its beginning. */
    public Pane select(int row) {
        return new Pane(row, row == selected ? top : 0, inDetail, zoomed, filter, toggled);
    }

    public Pane scrollTo(int line) {
        return new Pane(selected, line, inDetail, zoomed, filter, toggled);
    }

    public Pane focusDetail(boolean detail) {
        return new Pane(selected, top, detail, zoomed, filter, toggled);
    }

    public Pane zoom(boolean all) {
        return new Pane(selected, top, all, all, filter, toggled);
    }

    public Pane filter(String text) {
        return new Pane(0, 0, false, zoomed, text, toggled);
    }

    public Pane toggle(String id) {
        Set<String> others = new TreeSet<>(toggled);
        if (!others.remove(id)) {
            others.add(id);
        }
        return new Pane(selected, top, inDetail, zoomed, filter, others);
    }
}
