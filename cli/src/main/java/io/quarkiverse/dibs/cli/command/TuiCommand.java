package io.quarkiverse.dibs.cli.command;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code dibs tui}, and {@code dibs} alone in a workspace on a terminal. What draws is loaded only when it is run. */
@Command(name = "tui", description = "Look at schema, changes and migrations on the whole terminal, and work on them; dibs alone "
        + "does the same.")
final class TuiCommand extends DibsSubcommand {

    /** Whether there is a terminal on which more than lines can be shown. */
    static boolean isPossible(Terminal terminal, Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        return terminal.isInteractive() && !type.isEmpty() && !type.equals("dumb");
    }

    @Override
    Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT);
    }

    @Override
    int run(Invocation invocation) {
        if (!isPossible(invocation.terminal(), invocation.environment())) {
            throw CliProblem.usage("DIBS-0956", "there is no terminal to draw on",
                    "Run it on a terminal whose TERM is not dumb; dibs diff, status and schema print the same.");
        }
        return TuiSession.run(options, invocation.environment());
    }
}
