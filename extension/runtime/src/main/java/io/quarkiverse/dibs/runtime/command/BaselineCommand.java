package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.BaselineOperation;
import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.Palette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code baseline}: begins the history of a database that was there before dibs. */
final class BaselineCommand implements DirectCommand {

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public String description() {
        return "Begin the history of a database that has what the migrations up to a version do; run none of them.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder().paramLabel("VERSION").type(String.class).arity("1")
                .description("the last version that counts as applied").build());
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        BaselineReport report = new BaselineOperation(invocation.context())
                .run(invocation.typed().matchedPositionalValue(0, ""), invocation.module().runOptions());
        invocation.console().print(invocation.json() ? HistoryJson.render(report)
                : new HistoryRenderer(Palette.PLAIN).render(report));
        return OK;
    }
}
