package io.quarkiverse.dibs.deployment.devmode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aesh.command.Command;
import org.aesh.command.CommandDefinition;
import org.aesh.command.CommandResult;
import org.aesh.command.GroupCommandDefinition;
import org.aesh.command.invocation.CommandInvocation;
import org.aesh.command.option.Argument;
import org.aesh.command.option.Option;
import org.aesh.command.option.OptionList;

import io.quarkiverse.dibs.runtime.devmode.ConsoleBridge;
import io.quarkus.dev.console.DevConsoleManager;

/** {@code dibs diff}, {@code dibs generate} and {@code dibs migrate}: each asks the application and prints what it says. */
@GroupCommandDefinition(name = "dibs", description = "The database and the entities: diff, generate, migrate", generateHelp = true, groupCommands = {
        DibsConsoleCommand.Diff.class, DibsConsoleCommand.Generate.class, DibsConsoleCommand.Migrate.class })
public class DibsConsoleCommand implements Command<CommandInvocation> {

    @Override
    public CommandResult execute(CommandInvocation invocation) {
        invocation.println(invocation.getHelpInfo());
        return CommandResult.SUCCESS;
    }

    private static CommandResult ask(CommandInvocation invocation, String what, Map<String, String> parameters) {
        String answer = DevConsoleManager.invoke(what, parameters);
        invocation.println(answer == null ? "The application does not run: see above." : answer.stripTrailing());
        return answer == null ? CommandResult.FAILURE : CommandResult.SUCCESS;
    }

    private static Map<String, String> parameters(String name, List<String> renames, String allow) {
        Map<String, String> given = new HashMap<>();
        if (name != null) {
            given.put(ConsoleBridge.NAME, name);
        }
        if (renames != null) {
            given.put(ConsoleBridge.RENAMES, String.join("\n", renames));
        }
        if (allow != null) {
            given.put(ConsoleBridge.ALLOW, allow);
        }
        return given;
    }

    /** Shows the difference. */
    @CommandDefinition(name = "diff", description = "Show what differs between the database and the entities")
    public static class Diff implements Command<CommandInvocation> {

        @OptionList(name = "rename", description = "treat these as renames: users.name=users.display_name")
        private List<String> renames;

        @Override
        public CommandResult execute(CommandInvocation invocation) {
            return ask(invocation, ConsoleBridge.DIFF, parameters(null, renames, null));
        }
    }

    /** Writes the migration. */
    @CommandDefinition(name = "generate", description = "Write the migration that makes the difference go away")
    public static class Generate implements Command<CommandInvocation> {

        @Argument(description = "what the migration does, for example create-users", required = true)
        private String name;

        @OptionList(name = "rename", description = "treat these as renames: users.name=users.display_name")
        private List<String> renames;

        @Option(description = "a hazard that is agreed to: deletes-data")
        private String allow;

        @Override
        public CommandResult execute(CommandInvocation invocation) {
            return ask(invocation, ConsoleBridge.GENERATE, parameters(name, renames, allow));
        }
    }

    /** Runs the pending migrations. */
    @CommandDefinition(name = "migrate", description = "Apply the pending migrations")
    public static class Migrate implements Command<CommandInvocation> {

        @Option(description = "a hazard that is agreed to: deletes-data")
        private String allow;

        @Override
        public CommandResult execute(CommandInvocation invocation) {
            return ask(invocation, ConsoleBridge.MIGRATE, parameters(null, null, allow));
        }
    }
}
