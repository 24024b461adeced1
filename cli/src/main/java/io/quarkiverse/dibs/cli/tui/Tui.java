package io.quarkiverse.dibs.cli.tui;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.dibs.cli.Interruption;
import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.state.Next;
import io.quarkiverse.dibs.cli.tui.state.TuiState;
import io.quarkiverse.dibs.cli.tui.view.Looks;
import io.quarkiverse.dibs.cli.tui.view.TuiView;

/**
 * The loop: an event, the state after it, what has to be done, the screen. Everything that takes time happens on other threads
 * and comes back as an event.
 */
public final class Tui {

    private static final long TICK_MILLIS = 120;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Looks looks;

    public Tui(Looks looks) {
        this.looks = looks;
    }

    /** For what is said beside: becomes the line at the bottom while something is under way. From any thread. */
    public void say(String line) {
        events.add(new Event.Said(line));
    }

    /**
     * Runs until the user has enough.
     *
     * @return the exit status
     */
    public int run(Operations operations) throws IOException {
        OptionalInt[] status = new OptionalInt[1];
        // what is still under way at the end can take a while, and the terminal is given back before
        try (Background background = new Background(operations, events);
                TuiTerminal terminal = JLineTerminal.open(looks.unicode())) {
            Interruption.during(() -> events.add(new Event.Interrupted()), () -> status[0] = loop(terminal, background));
        }
        return status[0].orElseThrow();
    }

    private OptionalInt loop(TuiTerminal terminal, Background background) {
        terminal.onResize(() -> events.add(new Event.Resized(terminal.size())));
        background.readKeys(terminal);
        TuiView view = new TuiView(looks);
        TuiState state = perform(TuiState.begin(terminal.size()).fetch(), background);
        while (background.status().isEmpty()) {
            TuiState shown = state;
            terminal.draw(buffer -> view.draw(shown, buffer));
            for (Event event = next(state); event != null && background.status().isEmpty(); event = events.poll()) {
                state = perform(event.after(state), background);
            }
        }
        return background.status();
    }

    private static TuiState perform(Next next, Effect.Performer performer) {
        next.effects().forEach(effect -> effect.perform(performer));
        return next.state();
    }

    private Event next(TuiState state) {
        try {
            if (!state.isBusy()) {
                return events.take();
            }
            Event event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            return event == null ? new Event.Ticked() : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Event.Interrupted();
        }
    }
}
