package io.quarkiverse.dibs.cli.command;

import java.util.concurrent.Callable;

import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The top of the command line, which {@link Subcommands} stand under. Alone it opens the screens, where there is a workspace
 * and a terminal; else it says how it is used.
 */
@Command(name = "dibs", description = "Keeps a Postgres schema in sync with annotated Java entities.", mixinStandardHelpOptions = true, versionProvider = VersionText.class, footer = {
        "",
        "Exit status: 0 done or in sync, 1 differs or pending (check, diff --exit-code), 2 usage or configuration, "
                + "3 build or entities, 4 connection, 5 SQL or migration failed, 6 refused, 7 in doubt, 70 defect, "
                + "130 interrupted." })
final class DibsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess(false);
        GlobalOptions none = new GlobalOptions();
        boolean possible = TuiCommand.isPossible(terminal, System.getenv());
        if (possible && Workspace.around(none.directory).isPresent()) {
            return TuiSession.run(none, System.getenv());
        }
        terminal.print(spec.commandLine().getUsageMessage());
        if (possible) {
            terminal.hint("dibs demo, or dibs init in the folder of a new workspace");
        }
        return DibsSubcommand.OK;
    }
}
