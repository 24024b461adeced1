package io.quarkiverse.dibs.runtime.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProblemRenderer;
import io.quarkiverse.dibs.runtime.DibsVersion;
import io.quarkiverse.dibs.runtime.service.Module;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line of a db module: finds the command, runs it, and turns every failure into one problem and its exit status.
 */
public final class DirectCommands {

    private static final Logger LOG = Logger.getLogger(DirectCommands.class);
    private static final List<DirectCommand> COMMANDS = List.of(new MigrateCommand(), new StatusCommand(),
            new HistoryCommand(), new ValidateCommand(), new RepairCommand(),
            new BaselineCommand(), new LockCommand(), new DiffCommand(),
            new CheckCommand(), new SchemaCommand(), new SqlCommand(), new GenerateFromDiffCommand(), new GenerateCommand(),
            new ServeCommand());

    private final Module module;
    private final Console console;

    public DirectCommands(Module module, Console console) {
        this.module = module;
        this.console = console;
    }

    /** @return the exit status */
    public int run(String... arguments) {
        CommandSpec root = CommandSpec.create().name(module.name());
        root.usageMessage().description("The database of " + module.name() + ": its entities and migrations.")
                .footer("", "The database is --database-url, else DATABASE_URL, else the configured datasource.");
        addHelp(root);
        root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("print the version").build());
        root.version(module.name() + " " + module.version() + " (dibs " + DibsVersion.current() + ")");
        COMMANDS.forEach(command -> root.addSubcommand(command.name(), spec(command)));
        CommandLine line = new CommandLine(root);
        line.setOut(new PrintWriter(console.out(), true)).setErr(new PrintWriter(console.err(), true));
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler(this::wrongArguments);
        return line.execute(arguments);
    }

    private static CommandSpec spec(DirectCommand command) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(command.description());
        spec.addOption(OptionSpec.builder("--database-url").paramLabel("URL").type(String.class)
                .description("postgresql://user@host:port/database; a password is better put into DATABASE_URL").build());
        spec.addOption(OptionSpec.builder("--format").paramLabel("FORMAT").type(String.class)
                .description("text or json; for diff also sql and markdown").build());
        spec.addOption(OptionSpec.builder("--show-detail")
                .description("show Postgres' error details, which may hold row data").build());
        command.describe(spec);
        addHelp(spec);
        return spec;
    }

    private static void addHelp(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("print this help").build());
    }

    private int execute(ParseResult typed) {
        Integer help = CommandLine.executeHelpRequest(typed);
        if (help != null) {
            return help;
        }
        if (!typed.hasSubcommand()) {
            typed.commandSpec().commandLine().usage(console.err());
            return Category.USAGE.exitStatus();
        }
        ParseResult subcommand = typed.subcommand();
        String name = subcommand.commandSpec().name();
        DirectCommand command = COMMANDS.stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        Invocation invocation = new Invocation(subcommand, module, console);
        try {
            return command.run(invocation);
        } catch (DibsException e) {
            LOG.debug("The command failed", e);
            return tell(e.problem(), invocation);
        } catch (RuntimeException e) {
            Optional<Problem> outside = ServerErrors.outside(e);
            if (outside.isPresent()) {
                return tell(outside.get(), invocation);
            }
            LOG.error("The command failed unexpectedly", e);
            return tell(Problem.of("DIBS-0799", Category.INTERNAL, "dibs failed: " + e)
                    .remedy("Report this with what is logged above."), invocation);
        }
    }

    private int tell(Problem problem, Invocation invocation) {
        boolean detail = invocation.flag("--show-detail");
        if (invocation.json()) {
            console.print(JsonRenderer.render(problem, detail));
        } else {
            console.err().print(new ProblemRenderer(Palette.PLAIN, detail).render(problem));
            console.err().flush();
        }
        return problem.category().exitStatus();
    }

    private int wrongArguments(ParameterException e, String[] arguments) {
        console.say(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(console.err(), true));
        console.say("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return Category.USAGE.exitStatus();
    }
}
