package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Command;

/** {@code dibs status}: where each migration stands. */
@Command(name = "status", description = "Show which migrations are applied and which are pending.")
final class StatusCommand extends DibsSubcommand {

    @Override
    int run(Invocation invocation) {
        StatusReport status = invocation.module().status();
        invocation.terminal().print(json() ? JsonRenderer.render(status)
                : new TextRenderer(invocation.terminal().outPalette()).render(status));
        return OK;
    }
}
