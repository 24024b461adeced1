package io.quarkiverse.dibs.cli.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.report.Palette;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: the options and one invocation, closed at the end. */
abstract class DibsSubcommand implements Callable<Integer> {

    static final int OK = 0;
    static final int DIFFERENT = Category.DIFFERENT.exitStatus();

    @Mixin
    GlobalOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public final Integer call() {
        if (!formats().contains(options.format)) {
            throw CliProblem
                    .arguments(spec.name() + " has no format " + options.format.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (options.quiet && options.verbose) {
            throw CliProblem.arguments("--quiet and --verbose contradict each other");
        }
        WrongArguments.refuseUnreadable(spec.root().commandLine().getParseResult().originalArgs());
        try (Invocation invocation = new Invocation(options, Terminal.ofProcess(options.quiet), System.getenv())) {
            return run(invocation);
        }
    }

    /** @return the exit status */
    abstract int run(Invocation invocation);

    Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON);
    }

    /** Writes a result: as JSON where that was asked for, else for people. */
    void result(Invocation invocation, Supplier<String> asJson, Function<Palette, String> forPeople) {
        if (json()) {
            invocation.terminal().print(asJson.get());
        } else {
            invocation.terminal().show(forPeople.apply(invocation.terminal().outPalette()));
        }
    }

    boolean json() {
        return options.format == OutputFormat.JSON;
    }
}
