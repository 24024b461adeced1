package io.quarkiverse.dibs.runtime.command;

import picocli.CommandLine.Model.CommandSpec;

/** {@code generate}: an empty migration to write by hand. Needs no database. */
final class GenerateCommand implements DirectCommand {

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public String description() {
        return "Write an empty migration.";
    }

    @Override
    public void describe(CommandSpec spec) {
        GeneratedSources.describe(spec);
    }

    @Override
    public int run(Invocation invocation) {
        return GeneratedSources.generate(invocation, true);
    }
}
