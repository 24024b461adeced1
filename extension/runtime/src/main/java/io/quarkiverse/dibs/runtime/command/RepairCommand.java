package io.quarkiverse.dibs.runtime.command;

import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.operation.RepairOperation;
import io.quarkiverse.dibs.postgres.operation.RepairRequest;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code repair}: says what is wrong with the history, and mends what it may. It never asks: there is nobody to answer. */
final class RepairCommand implements DirectCommand {

    @Override
    public String name() {
        return "repair";
    }

    @Override
    public String description() {
        return "Say what is wrong with the history, and mend what --yes or --allow agrees to.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--yes").description("do all of it").build());
        spec.addOption(OptionSpec.builder("--allow").paramLabel("KIND").type(java.util.List.class).auxiliaryTypes(String.class)
                .splitRegex(",")
                .description("do what is of this kind: accept-change, remove-missing, forget-attempt, mark-applied")
                .build());
        spec.addOption(OptionSpec.builder("--applied").paramLabel("VERSION").type(java.util.List.class)
                .auxiliaryTypes(String.class).splitRegex(",").description("you have ended this migration by hand").build());
        spec.addOption(OptionSpec.builder("--pending").paramLabel("VERSION").type(java.util.List.class)
                .auxiliaryTypes(String.class).splitRegex(",").description("you have undone this migration by hand").build());
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        RepairRequest request = new RepairRequest(Set.copyOf(invocation.texts("--applied")),
                Set.copyOf(invocation.texts("--pending")), Set.of());
        RepairOperation operation = new RepairOperation(invocation.context());
        RepairReport report = operation.run(request, invocation.module().runOptions());
        Set<String> agreed = report.actions().stream()
                .filter(action -> invocation.flag("--yes") || invocation.texts("--allow").contains(action.kind()))
                .map(RepairAction::id).collect(Collectors.toSet());
        if (!agreed.isEmpty()) {
            report = operation.run(request.agreeing(agreed), invocation.module().runOptions());
        }
        invocation.console().print(invocation.json() ? HistoryJson.render(report)
                : new HistoryRenderer(Palette.PLAIN).render(report));
        if (agreed.isEmpty() && report.waits()) {
            throw new DibsException(Problem.of("DIBS-0668", Category.REFUSED, "nothing was changed: nobody has agreed to it")
                    .remedy("Agree to all of it with --yes, or by name with --allow " + report.actions().stream()
                            .map(RepairAction::kind).distinct().collect(Collectors.joining(",")) + "."));
        }
        return OK;
    }
}
