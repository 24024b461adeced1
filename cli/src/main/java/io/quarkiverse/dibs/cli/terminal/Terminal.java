package io.quarkiverse.dibs.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.report.Palette;

/**
 * Where the command writes: results to standard output, everything else to standard error. Knows whether each of them is a
 * terminal and how wide, from the launcher script (which can see it) or from the JVM (which sees only both together).
 */
public class Terminal {

    /** Version 0.50. */
    private static final int FIRST_VTE_WITH_LINKS = 5000;
    private static final Set<String> PROGRAMS_WITH_LINKS = Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio");

    private static final ResultStream RESULT = new ResultStream(new FileOutputStream(FileDescriptor.out));

    private final BufferedReader in = new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    private final PrintStream out;
    private final PrintStream err;
    private final Streams streams;
    private final boolean colours;
    private final boolean quiet;
    private final StatusLine status;

    /**
     * What is known of the streams.
     *
     * @param width of the terminal, or 0 when nobody knows
     */
    record Streams(boolean outIsTerminal, boolean errIsTerminal, boolean interactive, int width) {
    }

    Terminal(PrintStream out, PrintStream err, Streams streams, boolean colours, boolean quiet) {
        this.out = out;
        this.err = err;
        this.streams = streams;
        this.colours = colours;
        this.quiet = quiet;
        this.status = new StatusLine(err, streams.width());
    }

    /**
     * That of this process.
     *
     * @param quiet whether only results and what is wrong are told
     */
    public static Terminal ofProcess(boolean quiet) {
        return of(System.getProperty("dibs.terminals"), System.getProperty("dibs.columns"), System.getenv(), quiet);
    }

    /**
     * @param seen which of the file descriptors 0, 1 and 2 the launcher saw to be terminals, for example {@code "12"}; null
     *        when nobody looked
     * @param columns how wide it saw the terminal to be, or null
     */
    static Terminal of(String seen, String columns, Map<String, String> environment, boolean quiet) {
        boolean console = System.console() != null;
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        int width = number(columns) > 0 ? number(columns) : number(environment.get("COLUMNS"));
        return new Terminal(stream(RESULT), stream(new FileOutputStream(FileDescriptor.err)),
                new Streams(seen == null ? console : seen.contains("1"), seen == null ? console : seen.contains("2"),
                        seen == null ? console : seen.contains("0") && seen.contains("1"), width),
                colours, quiet);
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Why a result of this process was not written; empty where all were. */
    public static Optional<IOException> unwritten() {
        return RESULT.failure();
    }

    /** Writes a result as it is; texts end with a line break of their own. */
    public synchronized void print(String text) {
        status.clear();
        out.print(text);
        out.flush();
    }

    /** Writes a result for people: on a terminal, lines that are too long for it are broken between words. */
    public void show(String text) {
        print(streams.outIsTerminal() ? Wrapped.text(text, streams.width()) : text);
    }

    /** Writes lines for the user beside the result. */
    public void say(String text) {
        if (!quiet) {
            warn(text);
        }
    }

    /** The same of what has to be known, so also to those who want it quiet. */
    public synchronized void warn(String text) {
        status.clear();
        err.println(streams.errIsTerminal() ? Wrapped.text(text, streams.width()) : text);
    }

    /** Says the next command, to people. */
    public void hint(String command) {
        if (streams.errIsTerminal()) {
            say(errPalette().faint("next: ") + command);
        }
    }

    /** Shows what is under way now; the next text takes its place. Shown on a terminal only. */
    public synchronized void status(String line) {
        if (streams.errIsTerminal() && !quiet) {
            status.show(line);
        }
    }

    /** Nothing is under way any more. */
    public synchronized void clearStatus() {
        status.clear();
    }

    /**
     * Asks a question and waits for a line; to be asked only where {@link #isInteractive}.
     *
     * @return whether the answer begins with "y"; the end of the input is a no
     */
    public synchronized boolean agrees(String question) {
        status.clear();
        err.print(question + " [y/N] ");
        err.flush();
        try {
            String answer = in.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a question may be asked. */
    public boolean isInteractive() {
        return streams.interactive();
    }

    public boolean errIsTerminal() {
        return streams.errIsTerminal();
    }

    public boolean isQuiet() {
        return quiet;
    }

    /**
     * Whether results may hold links: on a terminal with colours that says in its environment that it is one of those that know
     * them, since no terminal can be asked. {@code FORCE_HYPERLINK} of 1 or 0 decides instead.
     */
    public boolean outHasLinks(Map<String, String> environment) {
        String forced = environment.getOrDefault("FORCE_HYPERLINK", "");
        if (!forced.isEmpty()) {
            return !forced.equals("0");
        }
        return streams.outIsTerminal() && colours
                && (environment.containsKey("WT_SESSION") || environment.containsKey("KITTY_WINDOW_ID")
                        || environment.containsKey("KONSOLE_VERSION") || environment.containsKey("DOMTERM")
                        || number(environment.get("VTE_VERSION")) >= FIRST_VTE_WITH_LINKS
                        || PROGRAMS_WITH_LINKS.contains(environment.getOrDefault("TERM_PROGRAM", "")));
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The colours of results. */
    public Palette outPalette() {
        return streams.outIsTerminal() && colours ? Palette.ANSI : Palette.PLAIN;
    }

    /** The colours of everything else. */
    public Palette errPalette() {
        return streams.errIsTerminal() && colours ? Palette.ANSI : Palette.PLAIN;
    }
}
