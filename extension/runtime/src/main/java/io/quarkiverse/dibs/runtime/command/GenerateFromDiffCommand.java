package io.quarkiverse.dibs.runtime.command;

import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code generate-from-diff}: the difference as migrations in Java. Refused while migrations are pending. */
final class GenerateFromDiffCommand implements DirectCommand {

    @Override
    public String name() {
        return "generate-from-diff";
    }

    @Override
    public String description() {
        return "Write the migrations that make the database what the entities say.";
    }

    @Override
    public void describe(CommandSpec spec) {
        GeneratedSources.describe(spec);
        SourceOptions.addComparison(spec);
        spec.addOption(OptionSpec.builder("--allow").paramLabel("HAZARD").type(List.class).auxiliaryTypes(String.class)
                .splitRegex(",").description("write steps with this hazard too: deletes-data").build());
        spec.addOption(OptionSpec.builder("--sql")
                .description("the same as plain SQL too, for review; it is never run").build());
        spec.addOption(OptionSpec.builder("--reverse").description("write the way back of the change that was applied last")
                .build());
        spec.addOption(OptionSpec.builder("--back-to").paramLabel("VERSION").type(String.class)
                .description("the way back of all after this version").build());
        spec.addOption(OptionSpec.builder("--unqualified")
                .description("names of the default schema without it, for targets that are schemas").build());
    }

    @Override
    public int run(Invocation invocation) {
        return GeneratedSources.generate(invocation, false);
    }
}
