package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Objects;

/** What comes after an event: a state, and what has to be done. */
public record Next(TuiState state, List<Effect> effects) {

    public Next {
        Objects.requireNonNull(state);
        effects = List.copyOf(effects);
    }

    static Next of(TuiState state, Effect... effects) {
        return new Next(state, List.of(effects));
    }
}
