package io.quarkiverse.dibs.cli.command;

import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.v1.BaselineRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dibs baseline}: begins the history of a database that was there before dibs. */
@Command(name = "baseline", description = "Begin the history of a database that has what the migrations up to a version do; run "
        + "none of them.")
final class BaselineCommand extends DibsSubcommand {

    @Parameters(paramLabel = "VERSION", description = "the last version that counts as applied")
    private String version;

    @Override
    int run(Invocation invocation) {
        BaselineReport report = invocation.module().baseline(BaselineRequest.newBuilder().setVersion(version).build());
        result(invocation, () -> HistoryJson.render(report), palette -> new HistoryRenderer(palette).render(report));
        return OK;
    }
}
