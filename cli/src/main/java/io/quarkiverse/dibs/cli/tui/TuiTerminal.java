package io.quarkiverse.dibs.cli.tui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Position;
import io.quarkiverse.dibs.cli.tui.state.Key;
import io.quarkiverse.dibs.cli.tui.state.Size;

/** The whole of a terminal for as long as it is open; when it is closed everything is as it was. */
interface TuiTerminal extends AutoCloseable {

    Size size();

    /** What to do when the size changes; may be called on any thread. */
    void onResize(Runnable action);

    /**
     * Shows a screen.
     *
     * @param drawing draws into an empty buffer of the present size and says where the cursor is, if it is to be seen
     */
    void draw(Function<Buffer, Optional<Position>> drawing);

    /** The next key, or empty when none is pressed within a moment. For one thread. */
    Optional<Key> read() throws IOException;

    /** Gives the terminal to the body, as it was before. Nobody else reads from it meanwhile. */
    void lend(Runnable body);

    @Override
    void close();
}
