package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.SqlRenderer;
import picocli.CommandLine.Command;

/** {@code dibs sql}: the whole intended schema as a script. */
@Command(name = "sql", description = "Print the SQL that creates the whole schema from nothing.")
final class SqlCommand extends DibsSubcommand {

    @Override
    int run(Invocation invocation) {
        PlanReport plan = invocation.moduleWithoutDatabase().sql();
        invocation.terminal().print(json() ? JsonRenderer.render(plan) : SqlRenderer.render(plan.steps()));
        plan.warnings().forEach(warning -> invocation.terminal().warn("warning: " + warning));
        return OK;
    }
}
