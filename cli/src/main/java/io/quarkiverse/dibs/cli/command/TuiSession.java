package io.quarkiverse.dibs.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.ProcessEnd;
import io.quarkiverse.dibs.cli.terminal.RelayingTerminal;
import io.quarkiverse.dibs.cli.tui.Tui;
import io.quarkiverse.dibs.cli.tui.view.Looks;

/** One use of the screens: what they need is opened before and closed after them. */
final class TuiSession {

    private TuiSession() {
    }

    static int run(GlobalOptions options, Map<String, String> environment) {
        // the library for the terminal unpacks a file of its own
        ProcessEnd.hasToBeOrderly();
        Tui tui = new Tui(Looks.of(environment));
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Invocation invocation = new Invocation(options, new RelayingTerminal(tui::say), environment)) {
            // a workspace that cannot be read is told about before the screen is taken
            invocation.workspace();
            // a library that logs would write across the screen
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            return tui.run(new TuiOperations(invocation));
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0956", "the terminal cannot be drawn on: " + e.getMessage(),
                    "dibs diff, status and schema print the same.");
        } finally {
            System.setErr(err);
            if (options.verbose) {
                err.print(said.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
