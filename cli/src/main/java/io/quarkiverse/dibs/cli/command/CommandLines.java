package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.MemoryWatch;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Memory;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.ProblemRenderer;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Builds the command line: every failure becomes a problem on standard error (JSON on standard output) and an exit status. */
public final class CommandLines {

    private CommandLines() {
    }

    /**
     * @param arguments what it will be executed with
     */
    public static CommandLine create(String... arguments) {
        Terminal terminal = Terminal.ofProcess(false);
        CommandLine line = new CommandLine(new DibsCommand());
        Subcommands.addTo(line, arguments);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> show(failure, options(command), terminal));
        line.setParameterExceptionHandler((failure, given) -> {
            boolean json = String.join(" ", given).matches(".*--format[= ]json.*");
            GlobalOptions options = new GlobalOptions();
            options.format = json ? OutputFormat.JSON : OutputFormat.TEXT;
            return show(CliProblem.usage("DIBS-0901", WrongArguments.message(failure),
                    "See " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help."), options, terminal);
        });
        line.setExecutionStrategy(CommandLines::run);
        return line;
    }

    private static int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            // such would end the command's thread alone: those of the driver would keep the process alive for ever
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), e.toString(), e);
        }
    }

    static int show(Throwable failure, GlobalOptions options, Terminal terminal) {
        Problem problem = problem(failure);
        if (options.format == OutputFormat.JSON) {
            terminal.print(JsonRenderer.render(problem, options.showDetail));
        } else {
            terminal.warn(new ProblemRenderer(terminal.errPalette(), options.showDetail).render(problem).stripTrailing());
        }
        if (options.verbose) {
            java.io.StringWriter trace = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(trace));
            terminal.warn(trace.toString());
        }
        return problem.category().exitStatus();
    }

    /** What a command without memory says of a connection or of itself is not what is wrong. */
    static Problem problem(Throwable failure) {
        return Memory.problem(failure).orElseGet(() -> {
            Problem said = said(failure);
            boolean doubtful = said.category() == Category.CONNECTION || said.category() == Category.INTERNAL;
            return doubtful && MemoryWatch.isExhausted() ? Memory.problem() : said;
        });
    }

    private static Problem said(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DibsException known) {
                return known.problem();
            }
        }
        Throwable defect = failure.getCause() instanceof Error error ? error : failure;
        return Problem.of("DIBS-0999", Category.INTERNAL, "this is a defect of dibs: " + Redactor.redact(defect.toString()))
                .remedy("Run it again with --verbose and report what it says.");
    }

    private static GlobalOptions options(CommandLine command) {
        return command.getCommand() instanceof DibsSubcommand known ? known.options : new GlobalOptions();
    }
}
