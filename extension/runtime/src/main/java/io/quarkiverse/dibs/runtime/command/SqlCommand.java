package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.SqlOperation;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.SqlRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sql}: the whole intended schema as a script. Needs no database. */
final class SqlCommand implements DirectCommand {

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public String description() {
        return "Print the SQL that creates the whole schema from nothing.";
    }

    @Override
    public void describe(CommandSpec spec) {
        // no options of its own
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "sql", "json");
        PlanReport plan = new SqlOperation(invocation.context()).run();
        invocation.console().print(invocation.json() ? JsonRenderer.render(plan) : SqlRenderer.render(plan.steps()));
        plan.warnings().forEach(warning -> invocation.console().say("warning: " + warning));
        return OK;
    }
}
