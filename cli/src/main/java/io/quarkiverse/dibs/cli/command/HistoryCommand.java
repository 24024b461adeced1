package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.HistoryReport;
import picocli.CommandLine.Command;

/** {@code dibs history}: all that was ever written into the history. */
@Command(name = "history", description = "Show every run of a migration, failed ones as well, the newest last.")
final class HistoryCommand extends DibsSubcommand {

    @Override
    int run(Invocation invocation) {
        HistoryReport history = invocation.module().history();
        result(invocation, () -> HistoryJson.render(history), palette -> new HistoryRenderer(palette).render(history));
        return OK;
    }
}
