package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.impl.jni.linux.LinuxNativePty;
import org.jline.utils.ScreenTerminal;

/** A command on a terminal of the kernel, whose screen is drawn by what the command writes. Waits for texts, never for time. */
final class PseudoTerminal implements AutoCloseable {

    private static final long MOST_SECONDS = 300;
    private static final long ECHO_SECONDS = 10;
    private static final int ATTEMPTS = 4;
    /** Control-U. */
    private static final String DISCARD_LINE = "\u0015";
    private static final long END_SECONDS = 20;
    /** What a shell says behind the command, in characters that show nothing. */
    private static final String ENDED = "\u0001ended\u0002";
    /**
     * The kernel throws away what nobody has read yet when the process ends that the terminal belongs to, so that a shell stays
     * until somebody has.
     */
    private static final String AND_THEN_WAIT = "\"$@\"; status=$?; printf '\\001ended\\002'; read -r line; exit $status";

    private final LinuxNativePty pty;
    private final ScreenTerminal screen;
    private final Attributes before;
    private final StringBuffer written = new StringBuffer();
    private final Process process;
    private final Thread reader;
    private boolean mayHaveEnded;
    private volatile boolean gone;

    private PseudoTerminal(LinuxNativePty pty, Size size, ProcessBuilder command) throws IOException {
        this.pty = pty;
        this.screen = new ScreenTerminal(size.getColumns(), size.getRows());
        this.before = pty.getAttr();
        Path terminal = Path.of(pty.getName());
        // the terminal has to control the process, or the kernel tells it nothing about the size
        List<String> line = new ArrayList<>(List.of("setsid", "--ctty", "sh", "-c", AND_THEN_WAIT, "sh"));
        line.addAll(command.command());
        this.process = command.command(line).redirectInput(terminal.toFile()).redirectOutput(terminal.toFile())
                .redirectError(terminal.toFile()).start();
        this.reader = new Thread(this::read, "pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    static PseudoTerminal start(Cli cli, int columns, int rows, String... arguments) throws IOException {
        Size size = Size.of(columns, rows);
        LinuxNativePty pty = LinuxNativePty.open(new JniTerminalProvider(), null, size);
        ProcessBuilder command = cli.with("TERM", "xterm-256color").process("012", arguments);
        if (!"C".equals(command.environment().get("LC_ALL"))) {
            command.environment().put("LC_ALL", "C.UTF-8");
        }
        return new PseudoTerminal(pty, size, command);
    }

    private void read() {
        char[] chunk = new char[4096];
        try (Reader input = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8)) {
            for (int count = input.read(chunk); count >= 0 && !gone; count = input.read(chunk)) {
                String text = new String(chunk, 0, count);
                written.append(text);
                screen.write(text);
            }
        } catch (IOException closed) {
            written.append("\n(closed: ").append(closed.getMessage()).append(")\n");
        }
    }

    PseudoTerminal press(String keys) throws IOException {
        pty.getMasterOutput().write(keys.getBytes(StandardCharsets.UTF_8));
        pty.getMasterOutput().flush();
        return this;
    }

    /** Types a line on a prompt. Who has just shown one may not read yet, and what comes before he does goes nowhere. */
    PseudoTerminal types(String line) throws IOException, InterruptedException {
        press(line);
        for (int attempt = 1; attempt < ATTEMPTS && !isEchoed(line); attempt++) {
            press(DISCARD_LINE + line);
        }
        return await(() -> screen().stripTrailing().endsWith(line), "the line " + line).press("\r");
    }

    private boolean isEchoed(String line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ECHO_SECONDS);
        while (!screen().stripTrailing().endsWith(line)) {
            if (System.nanoTime() > end) {
                return false;
            }
            screen.waitDirty(100);
        }
        return true;
    }

    /** Waits until the screen has all of these texts at once. */
    PseudoTerminal awaits(String... texts) throws InterruptedException {
        return await(() -> List.of(texts).stream().allMatch(screen()::contains), "all of " + List.of(texts));
    }

    PseudoTerminal awaits(Pattern pattern) throws InterruptedException {
        return await(() -> pattern.matcher(screen()).find(), pattern.pattern());
    }

    PseudoTerminal awaitsNo(String text) throws InterruptedException {
        return await(() -> !screen().contains(text), "a screen without " + text);
    }

    private PseudoTerminal await(java.util.function.BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!condition.getAsBoolean()) {
            boolean hope = System.nanoTime() < end && (mayHaveEnded || !hasEnded());
            assertThat(hope)
                    .as("never had " + what + (hasEnded() ? ", and the command has ended" : "") + ":\n" + screen()
                            + "\n" + written().replace("\u001b", "^["))
                    .isTrue();
            screen.waitDirty(100);
        }
        return this;
    }

    void resize(int columns, int rows) throws IOException {
        screen.setSize(Size.of(columns, rows));
        pty.setSize(Size.of(columns, rows));
    }

    /** The screen as lines of text. */
    String screen() {
        int columns = screen.getColumns();
        int rows = screen.getRows();
        long[] cells = new long[columns * rows];
        screen.dump(cells, new int[2]);
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < rows; y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < columns; x++) {
                int c = ScreenTerminal.cellCodePoint(cells[y * columns + x]);
                line.appendCodePoint(c == 0 ? ' ' : c);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private boolean hasEnded() {
        return written.indexOf(ENDED) >= 0 || !process.isAlive();
    }

    /**
     * Is gone from one moment to the next, as a window that is closed, and tells the command nothing but that.
     *
     * @param key that makes the command write: as long as somebody waits for what it writes, the kernel keeps the terminal
     */
    void hangUp(String key) throws IOException, InterruptedException {
        gone = true;
        press(key);
        reader.join();
        pty.close();
    }

    /** Ends the command as somebody would from outside. */
    void kill() {
        process.children().forEach(ProcessHandle::destroy);
    }

    /** The command and all that it has started. */
    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    /** Everything that was written, escape sequences and all. */
    String written() {
        return written.toString();
    }

    /** Waits for the end of a command that only writes lines, the last of which holds this text. */
    int endsSaying(String last) throws InterruptedException, IOException {
        awaitEnd();
        assertThat(written()).contains(last);
        return status();
    }

    /** Waits for the end; the terminal has to be as it was. */
    int ends() throws InterruptedException, IOException {
        awaitEnd();
        assertThat(pty.getAttr().toString()).as("the terminal").isEqualTo(before.toString());
        assertThat(written().lastIndexOf("\u001b[?1049l")).as("the first screen again")
                .isGreaterThan(written().lastIndexOf("\u001b[?1049h"));
        assertThat(written().lastIndexOf("\u001b[?25l")).as("the cursor is shown again")
                .isLessThan(Math.max(written().lastIndexOf("\u001b[?25h"), written().lastIndexOf("\u001b[?12l\u001b[?25h")));
        return status();
    }

    private void awaitEnd() throws InterruptedException {
        mayHaveEnded = true;
        await(() -> written.indexOf(ENDED) >= 0, "an end");
    }

    private int status() throws InterruptedException, IOException {
        press("\n");
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(written()).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                one.destroyForcibly();
            } catch (ExecutionException | TimeoutException e) {
                // a program may wait for ever for a terminal that nobody reads
                one.destroyForcibly();
            }
        }
        pty.close();
    }
}
