package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MarkdownRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.SqlRenderer;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code diff}: what differs. With {@code --format sql} nothing but SQL reaches standard output. */
final class DiffCommand implements DirectCommand {

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String description() {
        return "Show what differs between the database and the entities, or any two sources.";
    }

    @Override
    public void describe(CommandSpec spec) {
        SourceOptions.addSources(spec);
        spec.addOption(OptionSpec.builder("--exit-code").description("exit with 1 when they differ").build());
        spec.addOption(OptionSpec.builder("--explain")
                .description("show the steps in order, and why each stands where it does").build());
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.flag("--explain")) {
            return explain(invocation);
        }
        invocation.allowFormats("text", "json", "sql", "markdown");
        DiffReport diff = new DiffOperation(invocation.context()).run(SourceOptions.request(invocation));
        switch (invocation.text("--format", "text")) {
            case "json" -> invocation.console().print(JsonRenderer.render(diff));
            case "markdown" -> invocation.console().print(MarkdownRenderer.render(diff));
            case "sql" -> {
                invocation.console().print(SqlRenderer.render(diff.steps()));
                diff.unmodelled().forEach(text -> invocation.console().say("not modelled by dibs: " + text));
                diff.warnings().forEach(text -> invocation.console().say("warning: " + text));
            }
            default -> invocation.console().print(new TextRenderer(Palette.PLAIN).render(diff));
        }
        return invocation.flag("--exit-code") && !diff.inSync() ? DIFFERENT : OK;
    }

    private static int explain(Invocation invocation) {
        invocation.allowFormats("text", "json");
        PlanReport plan = new PlanOperation(invocation.context()).run(SourceOptions.request(invocation));
        invocation.console().print(invocation.json() ? JsonRenderer.render(plan)
                : new TextRenderer(Palette.PLAIN).render(plan));
        return invocation.flag("--exit-code") && !plan.steps().isEmpty() ? DIFFERENT : OK;
    }
}
