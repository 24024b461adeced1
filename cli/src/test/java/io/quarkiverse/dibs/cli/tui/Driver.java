package io.quarkiverse.dibs.cli.tui;

import java.util.ArrayList;
import java.util.List;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Rect;
import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.state.Key;
import io.quarkiverse.dibs.cli.tui.state.Next;
import io.quarkiverse.dibs.cli.tui.state.Size;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.cli.tui.state.TuiState;
import io.quarkiverse.dibs.cli.tui.view.Looks;
import io.quarkiverse.dibs.cli.tui.view.TuiView;

/** Takes the state through events as the loop does, without a terminal, and keeps what was to be done. */
final class Driver {

    private TuiState state;
    private final List<Effect> effects = new ArrayList<>();

    private Driver(Size size) {
        after(TuiState.begin(size).fetch());
    }

    static Driver begin(int columns, int rows) {
        return new Driver(new Size(columns, rows));
    }

    /** With everything fetched. */
    static Driver loaded(int columns, int rows) {
        return begin(columns, rows).happened(new Event.MigrationsFetched(Samples.MIGRATIONS),
                new Event.SchemaFetched(Samples.SCHEMA), new Event.DiffFetched(Samples.DIFF));
    }

    Driver happened(Event... events) {
        for (Event event : events) {
            after(event.after(state));
        }
        return this;
    }

    private void after(Next next) {
        state = next.state();
        effects.addAll(next.effects());
    }

    /** Keys by name, {@code ^D} for control-D, all else character by character. */
    Driver press(String... keys) {
        for (String key : keys) {
            if (key.length() > 1 && key.equals(key.toUpperCase(java.util.Locale.ROOT)) && !key.startsWith("^")) {
                happened(new Event.Pressed(Key.of(Key.Name.valueOf(key))));
            } else if (key.length() == 2 && key.startsWith("^")) {
                happened(new Event.Pressed(Key.control(Character.toLowerCase(key.charAt(1)))));
            } else {
                key.chars().forEach(c -> happened(new Event.Pressed(Key.of((char) c))));
            }
        }
        return this;
    }

    TuiState state() {
        return state;
    }

    Tab tab() {
        return state.tab();
    }

    /** The last thing that was to be done. */
    Effect lastEffect() {
        return effects.get(effects.size() - 1);
    }

    int effects() {
        return effects.size();
    }

    /** The text of the row under the cursor. */
    String selected() {
        return state.selectedRow().orElseThrow().text().text();
    }

    String screen() {
        return screen(new Looks(true, true));
    }

    String screen(Looks looks) {
        return Screens.text(buffer(looks));
    }

    Buffer buffer(Looks looks) {
        Buffer buffer = Buffer.empty(Rect.of(state.size().columns(), state.size().rows()));
        new TuiView(looks).draw(state, buffer);
        return buffer;
    }
}
