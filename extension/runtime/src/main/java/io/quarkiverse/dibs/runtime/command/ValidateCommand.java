package io.quarkiverse.dibs.runtime.command;

import java.util.Optional;

import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.operation.ValidateOperation;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ValidateReport;
import picocli.CommandLine.Model.CommandSpec;

/** {@code validate}: the exit status says whether the history fits the code. */
final class ValidateCommand implements DirectCommand {

    @Override
    public String name() {
        return "validate";
    }

    @Override
    public String description() {
        return "Exit with 0 when the history fits the code, else with 1; say what is wrong and what to do.";
    }

    @Override
    public void describe(CommandSpec spec) {
        HistoryOptions.add(spec);
        FleetOptions.add(spec, false);
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        Optional<FleetRequest> fleet = FleetOptions.of(invocation);
        if (fleet.isPresent()) {
            return new FleetOutput(invocation).look(new FleetOperation(invocation.context()).validate(fleet.get(),
                    HistoryOptions.rules(invocation)), "fleetValidate").exitStatusOfValidation();
        }
        ValidateReport report = new ValidateOperation(invocation.context()).run(HistoryOptions.rules(invocation));
        boolean detail = invocation.flag("--show-detail");
        invocation.console().print(invocation.json() ? HistoryJson.render(report, detail)
                : new HistoryRenderer(Palette.PLAIN).render(report, detail));
        return report.valid() ? OK : DIFFERENT;
    }
}
