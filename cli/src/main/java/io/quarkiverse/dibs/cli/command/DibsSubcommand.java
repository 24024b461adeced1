package io.quarkiverse.dibs.cli.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.error.Category;
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
        try (Invocation invocation = new Invocation(options,
                Terminal.of(System.getProperty("dibs.terminals"), System.getenv()), System.getenv())) {
            return run(invocation);
        }
    }

    /** @return the exit status */
    abstract int run(Invocation invocation);

    Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON);
    }

    boolean json() {
        return options.format == OutputFormat.JSON;
    }
}
