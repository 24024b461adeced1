package io.quarkiverse.dibs.cli.command;

import java.util.concurrent.Callable;

import io.quarkiverse.dibs.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top of the command line. Alone it says how it is used. */
@Command(name = "dibs", description = "Keeps a Postgres schema in sync with annotated Java entities.", mixinStandardHelpOptions = true, versionProvider = VersionText.class, subcommands = {
        DiffCommand.class, PlanCommand.class, ApplyCommand.class, GenerateFromDiffCommand.class, GenerateCommand.class,
        MigrateCommand.class, StatusCommand.class,
        CheckCommand.class, SchemaCommand.class, SqlCommand.class, InitCommand.class, DevCommand.class,
        DevDatabaseCommand.class, DemoCommand.class, ExampleCommand.class, CompletionCommand.class,
        HelpCommand.class }, footer = { "",
                "Exit status: 0 done or in sync, 1 differs or pending (check, diff --exit-code), 2 usage or configuration, "
                        + "3 build or entities, 4 connection, 5 SQL or migration failed, 6 refused, 7 in doubt, 70 defect, "
                        + "130 interrupted." })
final class DibsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Terminal.of(System.getProperty("dibs.terminals"), System.getenv()).print(spec.commandLine().getUsageMessage());
        return DibsSubcommand.OK;
    }
}
