package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.CheckOperation;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code check}: the exit status says whether anything is left to do. */
final class CheckCommand implements DirectCommand {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Exit with 0 when the database is what the entities say and nothing is pending, else with 1.";
    }

    @Override
    public void describe(CommandSpec spec) {
        SourceOptions.addComparison(spec);
        spec.addOption(OptionSpec.builder("--strict").description("count what the entities do not know as a difference")
                .build());
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        CheckReport check = new CheckOperation(invocation.context()).run(SourceOptions.request(invocation),
                invocation.flag("--strict"));
        invocation.console().print(invocation.json() ? JsonRenderer.render(check)
                : new TextRenderer(Palette.PLAIN).render(check));
        return check.inSync() ? OK : DIFFERENT;
    }
}
