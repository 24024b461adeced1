package io.quarkiverse.dibs.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.report.Palette;

/**
 * Where the command writes: results to standard output, everything else to standard error. Knows whether each of them is a
 * terminal, from the launcher script (which can see it) or from the JVM (which sees only both together).
 */
public class Terminal {

    /** Version 0.50. */
    private static final int FIRST_VTE_WITH_LINKS = 5000;
    private static final Set<String> PROGRAMS_WITH_LINKS = Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio");

    private final BufferedReader in = new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    private final PrintStream out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean interactive;
    private final boolean colours;
    private boolean statusShown;

    Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, boolean interactive,
            boolean colours) {
        this.out = out;
        this.err = err;
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.interactive = interactive;
        this.colours = colours;
    }

    /**
     * @param seen which of the file descriptors 0, 1 and 2 the launcher saw to be terminals, for example {@code "12"}; null
     *        when
     *        nobody looked
     */
    public static Terminal of(String seen, Map<String, String> environment) {
        boolean console = System.console() != null;
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err),
                seen == null ? console : seen.contains("1"), seen == null ? console : seen.contains("2"),
                seen == null ? console : seen.contains("0") && seen.contains("1"), colours);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Writes a result as it is; texts end with a line break of their own. */
    public synchronized void print(String text) {
        clearStatus();
        out.print(text);
        out.flush();
    }

    /** Writes one line for the user beside the result. */
    public synchronized void say(String line) {
        clearStatus();
        err.println(line);
    }

    /** Shows what is under way now; the next text takes its place. Shown on a terminal only. */
    public synchronized void status(String line) {
        if (errIsTerminal) {
            err.print("\r\u001b[K" + (line.length() > 110 ? line.substring(0, 107) + "..." : line));
            err.flush();
            statusShown = true;
        }
    }

    private void clearStatus() {
        if (statusShown) {
            err.print("\r\u001b[K");
            err.flush();
            statusShown = false;
        }
    }

    /**
     * Asks a question and waits for a line; to be asked only where {@link #isInteractive}.
     *
     * @return whether the answer begins with "y"; the end of the input is a no
     */
    public synchronized boolean agrees(String question) {
        clearStatus();
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
        return interactive;
    }

    public boolean errIsTerminal() {
        return errIsTerminal;
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
        return outIsTerminal && colours && (environment.containsKey("WT_SESSION") || environment.containsKey("KITTY_WINDOW_ID")
                || environment.containsKey("KONSOLE_VERSION") || environment.containsKey("DOMTERM")
                || number(environment.get("VTE_VERSION")) >= FIRST_VTE_WITH_LINKS
                || PROGRAMS_WITH_LINKS.contains(environment.getOrDefault("TERM_PROGRAM", "")));
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The colours of results. */
    public Palette outPalette() {
        return outIsTerminal && colours ? Palette.ANSI : Palette.PLAIN;
    }

    /** The colours of everything else. */
    public Palette errPalette() {
        return errIsTerminal && colours ? Palette.ANSI : Palette.PLAIN;
    }
}
