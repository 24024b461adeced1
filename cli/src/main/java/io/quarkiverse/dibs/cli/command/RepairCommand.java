package io.quarkiverse.dibs.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.v1.RepairRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dibs repair}: says what is wrong with the history and mends what somebody agrees to, on a terminal one by one. */
@Command(name = "repair", description = "Say what is wrong with the history of migrations, ask, and mend it.")
final class RepairCommand extends DibsSubcommand {

    @Option(names = "--yes", description = "do all of it without asking")
    private boolean yes;

    @Option(names = "--allow", paramLabel = "KIND", split = ",", description = "do what is of this kind without asking: "
            + "accept-change, remove-missing, forget-attempt, mark-applied")
    private List<String> allow = new ArrayList<>();

    @Option(names = "--applied", paramLabel = "VERSION", split = ",", description = "you have ended this migration by hand")
    private List<String> applied = new ArrayList<>();

    @Option(names = "--pending", paramLabel = "VERSION", split = ",", description = "you have undone this migration by hand")
    private List<String> pending = new ArrayList<>();

    @Override
    int run(Invocation invocation) {
        RepairRequest request = RepairRequest.newBuilder().addAllApplied(applied).addAllPending(pending).build();
        RepairReport told = invocation.module().repair(request);
        boolean asks = !yes && allow.isEmpty() && !json() && invocation.terminal().isInteractive();
        List<String> agreed = told.actions().stream().filter(action -> asks
                ? invocation.terminal().agrees(action.what() + "\n" + action.kind() + "?")
                : yes || allow.contains(action.kind())).map(RepairAction::id).toList();
        RepairReport report = agreed.isEmpty() ? told
                : invocation.module().repair(request.toBuilder().addAllAgreed(agreed).build());
        result(invocation, () -> HistoryJson.render(report), palette -> new HistoryRenderer(palette).render(report));
        if (agreed.isEmpty() && report.waits() && !asks) {
            throw CliProblem.refused("DIBS-0668", "nothing was changed: nobody has agreed to it",
                    "Agree to all of it with --yes, or by name with --allow " + report.actions().stream()
                            .map(RepairAction::kind).distinct().collect(Collectors.joining(",")) + ".");
        }
        return OK;
    }
}
