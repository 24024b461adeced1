package io.quarkiverse.dibs.cli.command;

import java.util.Optional;

import io.quarkiverse.dibs.cli.terminal.LiveFleet;
import io.quarkiverse.dibs.report.HistoryJson;
import io.quarkiverse.dibs.report.HistoryRenderer;
import io.quarkiverse.dibs.report.ValidateReport;
import io.quarkiverse.dibs.v1.Fleet;
import io.quarkiverse.dibs.v1.ValidateFleetRequest;
import io.quarkiverse.dibs.v1.ValidateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dibs validate}: the exit status says whether the history fits the code. */
@Command(name = "validate", description = "Exit with 0 when the history fits the code, else 1; say what is wrong and what to do.")
final class ValidateCommand extends DibsSubcommand {

    @Mixin
    private HistoryOptions allowed;

    @Mixin
    private FleetOptions many;

    @Override
    int run(Invocation invocation) {
        Optional<Fleet> fleet = many.fleet();
        if (fleet.isPresent()) {
            LiveFleet events = new LiveFleet(invocation.terminal(), json(), options.showDetail, Optional.empty(),
                    Optional.of("fleetValidate"));
            many.module(invocation).validateFleet(ValidateFleetRequest.newBuilder().setFleet(fleet.get())
                    .setRules(ValidateRequest.newBuilder().setAllowOutOfOrder(allowed.outOfOrder)
                            .setAllowMissing(allowed.missing))
                    .build(), events);
            return events.ended().exitStatusOfValidation();
        }
        ValidateReport report = invocation.module().validate(ValidateRequest.newBuilder()
                .setAllowOutOfOrder(allowed.outOfOrder).setAllowMissing(allowed.missingIn(invocation)).build());
        result(invocation, () -> HistoryJson.render(report, options.showDetail),
                palette -> new HistoryRenderer(palette).render(report, options.showDetail));
        return report.valid() ? OK : DIFFERENT;
    }
}
