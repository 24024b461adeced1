package io.quarkiverse.dibs.cli.tui;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.error.Problem;

/** Does what the state asks for: one thing after the other on a thread of its own, while keys are read on another. */
final class Background implements Effect.Performer, AutoCloseable {

    private static final long END_SECONDS = 30;

    private final Operations operations;
    private final Queue<Event> events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(body -> daemon(body, "dibs-work"));
    private final AtomicReference<OptionalInt> status = new AtomicReference<>(OptionalInt.empty());
    private TuiTerminal terminal;

    /**
     * @param events takes what came of it, from any thread
     */
    Background(Operations operations, Queue<Event> events) {
        this.operations = operations;
        this.events = events;
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The exit status, once there is to be an end. */
    OptionalInt status() {
        return status.get();
    }

    /** To be called before anything is performed. A terminal that goes away ends everything. */
    void readKeys(TuiTerminal from) {
        terminal = from;
        daemon(() -> {
            try {
                while (status().isEmpty()) {
                    from.read().ifPresent(key -> events.add(new Event.Pressed(key)));
                }
            } catch (IOException gone) {
                events.add(new Event.Interrupted());
            }
        }, "dibs-keys").start();
    }

    @Override
    public void perform(Effect.Fetch effect) {
        worker.execute(() -> busy("looking at the database ...", () -> {
            try {
                operations.refresh();
            } catch (RuntimeException | Error e) {
                for (Tab tab : Tab.values()) {
                    events.add(new Event.FetchFailed(tab, operations.problem(e)));
                }
                return;
            }
            fetch(Tab.MIGRATIONS, () -> new Event.MigrationsFetched(operations.migrations()));
            fetch(Tab.SCHEMA, () -> new Event.SchemaFetched(operations.schema()));
            fetch(Tab.CHANGES, () -> new Event.DiffFetched(operations.diff(effect.renames())));
        }));
    }

    private void fetch(Tab tab, Supplier<Event> body) {
        tell(body, problem -> new Event.FetchFailed(tab, problem));
    }

    @Override
    public void perform(Effect.Preview effect) {
        worker.execute(() -> busy("looking at what would be written ...",
                () -> tell(() -> new Event.Previewed(effect.wish(), operations.preview(effect.wish())),
                        problem -> new Event.PreviewFailed(effect.wish(), problem))));
    }

    @Override
    public void perform(Effect.Write effect) {
        worker.execute(() -> busy("writing ...", () -> tell(() -> {
            Operations.Written written = operations.write(effect.wish());
            return new Event.Written(written.files(), written.withheld());
        }, Event.WriteFailed::new)));
    }

    @Override
    public void perform(Effect.Migrate effect) {
        worker.execute(() -> busy("running migrations ...", () -> tell(() -> {
            operations.migrate(event -> events.add(new Event.Happened(event)));
            return new Event.RunEnded(Optional.empty());
        }, problem -> new Event.RunEnded(Optional.of(problem)))));
    }

    @Override
    public void perform(Effect.Cancel effect) {
        // the worker is at the run itself
        daemon(() -> tell(() -> {
            operations.cancel();
            return new Event.UnderWay("rolling back ...");
        }, Event.Told::new), "dibs-cancel").start();
    }

    @Override
    public void perform(Effect.Open effect) {
        terminal.lend(() -> tell(() -> {
            operations.edit(effect.place());
            return new Event.EditorClosed();
        }, Event.Told::new));
        events.add(new Event.Resized(terminal.size()));
    }

    @Override
    public void perform(Effect.Quit effect) {
        status.set(OptionalInt.of(effect.status()));
    }

    private void busy(String what, Runnable body) {
        events.add(new Event.UnderWay(what));
        try {
            body.run();
        } finally {
            events.add(new Event.UnderWay(""));
        }
    }

    private void tell(Supplier<Event> body, Function<Problem, Event> failed) {
        Event event;
        try {
            event = body.get();
        } catch (RuntimeException | Error e) {
            event = failed.apply(operations.problem(e));
        }
        events.add(event);
    }

    /** Waits until nothing is done any more, so that what was opened can be closed. */
    @Override
    public void close() {
        operations.stop();
        worker.shutdownNow();
        try {
            worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
