package io.quarkiverse.dibs.runtime.command;

import io.quarkiverse.dibs.postgres.operation.HistoryOperation;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.HistoryReport;
import io.quarkiverse.dibs.report.Palette;
import picocli.CommandLine.Model.CommandSpec;

/** {@code history}: all that was ever written into the history. */
final class HistoryCommand implements DirectCommand {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String description() {
        return "Show every run of a migration, failed ones as well, the newest last.";
    }

    @Override
    public void describe(CommandSpec spec) {
        // no options of its own
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        HistoryReport history = new HistoryOperation(invocation.context()).run();
        invocation.console().print(invocation.json() ? HistoryJson.render(history)
                : new HistoryRenderer(Palette.PLAIN).render(history));
        return OK;
    }
}
