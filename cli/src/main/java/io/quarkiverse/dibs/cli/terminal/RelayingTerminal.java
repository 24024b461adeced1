package io.quarkiverse.dibs.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what would be written, for a command that has the whole screen to itself. Is no terminal and asks nothing. */
public final class RelayingTerminal extends Terminal {

    private final Consumer<String> lines;

    /**
     * @param lines takes each line, from any thread
     */
    public RelayingTerminal(Consumer<String> lines) {
        super(nowhere(), nowhere(), new Streams(false, false, false, 0), false, false);
        this.lines = lines;
    }

    private static PrintStream nowhere() {
        return new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        text.lines().forEach(lines);
    }

    @Override
    public void warn(String text) {
        text.lines().forEach(lines);
    }

    @Override
    public void status(String line) {
        lines.accept(line.strip());
    }
}
