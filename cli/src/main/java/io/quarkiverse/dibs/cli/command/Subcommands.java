package io.quarkiverse.dibs.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The subcommands of {@code dibs} in the order of its help. To read what one of them declares takes some milliseconds, so a
 * command line that begins with one gets that one alone.
 */
final class Subcommands {

    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();
    static {
        ALL.put("diff", DiffCommand.class);
        ALL.put("plan", PlanCommand.class);
        ALL.put("apply", ApplyCommand.class);
        ALL.put("generate-from-diff", GenerateFromDiffCommand.class);
        ALL.put("generate", GenerateCommand.class);
        ALL.put("migrate", MigrateCommand.class);
        ALL.put("status", StatusCommand.class);
        ALL.put("validate", ValidateCommand.class);
        ALL.put("repair", RepairCommand.class);
        ALL.put("baseline", BaselineCommand.class);
        ALL.put("lock", LockCommand.class);
        ALL.put("history", HistoryCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("schema", SchemaCommand.class);
        ALL.put("sql", SqlCommand.class);
        ALL.put("tui", TuiCommand.class);
        ALL.put("init", InitCommand.class);
        ALL.put("dev", DevCommand.class);
        ALL.put("dev-db", DevDatabaseCommand.class);
        ALL.put("demo", DemoCommand.class);
        ALL.put("example", ExampleCommand.class);
        ALL.put("completion", CompletionCommand.class);
        ALL.put("help", HelpCommand.class);
    }

    private Subcommands() {
    }

    static void addTo(CommandLine line, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        // the help and the completion script tell of all of them
        boolean alone = ALL.containsKey(first) && !first.equals("help") && !first.equals("completion");
        ALL.forEach((name, command) -> {
            if (!alone || name.equals(first)) {
                line.addSubcommand(name, command);
            }
        });
        CommandLine dev = line.getSubcommands().get("dev");
        if (dev != null) {
            // what dev does not know is for Maven
            dev.setUnmatchedOptionsArePositionalParams(true);
        }
    }
}
