package io.quarkiverse.dibs.cli.tui;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.buffer.Cell;
import dev.tamboui.buffer.DiffResult;
import dev.tamboui.layout.Position;
import dev.tamboui.layout.Rect;
import dev.tamboui.terminal.AnsiCellWriter;
import io.quarkiverse.dibs.cli.tui.state.Key;
import io.quarkiverse.dibs.cli.tui.state.Size;

/**
 * The terminal through JLine: raw keys, its other screen, and only those cells that have changed. Gives everything back once,
 * be that by {@link #close} or because the process is ended from outside.
 */
final class JLineTerminal implements TuiTerminal {

    private static final long MOMENT_MILLIS = 100;

    private final Terminal terminal;
    private final PrintWriter out;
    private final KeyReader keys;
    private final Attributes before;
    private final ShutdownHooks.Task whenEnded;
    /** Held while reading, and while somebody else may. */
    private final ReentrantLock input = new ReentrantLock(true);
    private Buffer shown;
    private boolean taken;
    private boolean closed;

    private JLineTerminal(Terminal terminal, ShutdownHooks.Task whenEnded) {
        this.whenEnded = whenEnded;
        this.terminal = terminal;
        this.out = terminal.writer();
        this.keys = new KeyReader(terminal.reader()::read);
        this.before = terminal.getAttributes();
    }

    /**
     * @param unicode whether it understands UTF-8
     */
    static JLineTerminal open(boolean unicode) throws IOException {
        AtomicReference<JLineTerminal> ours = new AtomicReference<>();
        // before the library adds its own: it runs them in the order they came, and its own closes what this one writes to
        ShutdownHooks.Task whenEnded = ShutdownHooks
                .add(() -> Optional.ofNullable(ours.get()).ifPresent(JLineTerminal::giveBack));
        Terminal terminal = TerminalBuilder.builder().name("dibs").system(true).dumb(false).nativeSignals(false)
                .graphemeCluster(false)
                .encoding(unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII).build();
        JLineTerminal opened = new JLineTerminal(terminal, whenEnded);
        ours.set(opened);
        opened.take();
        return opened;
    }

    private synchronized void take() {
        terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        // control-C is a key like any other
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.puts(Capability.clear_screen);
        terminal.flush();
        shown = null;
        taken = true;
    }

    private synchronized void giveBack() {
        if (!taken) {
            return;
        }
        taken = false;
        out.print("\u001b[0m");
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }

    @Override
    public Size size() {
        org.jline.terminal.Size size = terminal.getSize();
        return new Size(size.getColumns(), size.getRows());
    }

    @Override
    public void onResize(Runnable action) {
        // the one signal that is wanted here; the others stay with the process
        Signals.register("WINCH", action);
    }

    @Override
    public synchronized void draw(Function<Buffer, Optional<Position>> drawing) {
        if (!taken) {
            return;
        }
        Size size = size();
        Buffer next = Buffer.empty(Rect.of(size.columns(), size.rows()));
        Optional<Position> cursor = drawing.apply(next);
        if (shown == null || !shown.area().equals(next.area())) {
            terminal.puts(Capability.clear_screen);
            shown = Buffer.empty(next.area());
        }
        DiffResult changed = new DiffResult();
        shown.diff(next, changed);
        terminal.puts(Capability.cursor_invisible);
        write(changed);
        cursor.ifPresent(at -> {
            goTo(at.x(), at.y());
            terminal.puts(Capability.cursor_normal);
        });
        terminal.flush();
        shown = next;
    }

    private void write(DiffResult changed) {
        int x = -1;
        int y = -1;
        try (AnsiCellWriter cells = new AnsiCellWriter(out::print)) {
            for (int i = 0; i < changed.size(); i++) {
                Cell cell = changed.getCell(i);
                if (cell.isContinuation()) {
                    continue;
                }
                if (changed.getY(i) != y || changed.getX(i) != x) {
                    goTo(changed.getX(i), changed.getY(i));
                }
                cells.writeCell(cell);
                x = changed.getX(i) + 1;
                y = changed.getY(i);
            }
        }
    }

    private void goTo(int x, int y) {
        out.print("\u001b[" + (y + 1) + ";" + (x + 1) + "H");
    }

    @Override
    public Optional<Key> read() throws IOException {
        input.lock();
        try {
            return keys.read(MOMENT_MILLIS);
        } finally {
            input.unlock();
        }
    }

    @Override
    public void lend(Runnable body) {
        input.lock();
        try {
            giveBack();
            body.run();
        } finally {
            take();
            input.unlock();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            giveBack();
        }
        // not under our lock: at the end of the process the library holds its own while what it calls asks for ours
        ShutdownHooks.remove(whenEnded);
        try {
            terminal.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
