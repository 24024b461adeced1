package io.quarkiverse.dibs.cli.command;

import java.util.Optional;

import io.quarkiverse.dibs.cli.terminal.LiveFleet;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.v1.Fleet;
import io.quarkiverse.dibs.v1.FleetStatusRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dibs status}: where each migration stands. */
@Command(name = "status", description = "Show which migrations are applied and which are pending.")
final class StatusCommand extends DibsSubcommand {

    @Mixin
    private FleetOptions many;

    @Override
    int run(Invocation invocation) {
        Optional<Fleet> fleet = many.fleet();
        if (fleet.isPresent()) {
            LiveFleet events = new LiveFleet(invocation.terminal(), json(), options.showDetail, Optional.empty(),
                    Optional.of("fleetStatus"));
            many.module(invocation).fleetStatus(FleetStatusRequest.newBuilder().setFleet(fleet.get()).build(), events);
            return events.ended().exitStatus();
        }
        StatusReport status = invocation.module().status();
        result(invocation, () -> JsonRenderer.render(status), palette -> new TextRenderer(palette).render(status));
        if (!json() && !status.pending().isEmpty()) {
            invocation.terminal().hint("dibs migrate");
        }
        return OK;
    }
}
