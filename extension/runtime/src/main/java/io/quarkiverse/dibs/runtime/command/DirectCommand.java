package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.error.Category;
import picocli.CommandLine.Model.CommandSpec;

/** One command of a db module. Built by picocli's programmatic model: annotations would need reflection. */
interface DirectCommand {

    int OK = 0;
    int DIFFERENT = Category.DIFFERENT.exitStatus();

    String name();

    /** What it does, in a line. */
    String description();

    /** Adds its own options and parameters. */
    void describe(CommandSpec spec);

    /** @return the exit status */
    int run(Invocation invocation);
}
