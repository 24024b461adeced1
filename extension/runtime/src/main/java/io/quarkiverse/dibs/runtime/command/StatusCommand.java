package io.quarkiverse.dibs.runtime.command;

import java.util.Optional;

import io.quarkiverse.dibs.postgres.fleet.FleetOperation;
import io.quarkiverse.dibs.postgres.fleet.FleetRequest;
import io.quarkiverse.dibs.postgres.operation.StatusOperation;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.TextRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code status}: where each migration stands. */
final class StatusCommand implements DirectCommand {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String description() {
        return "Show which migrations are applied and which are pending.";
    }

    @Override
    public void describe(CommandSpec spec) {
        FleetOptions.add(spec, false);
    }

    @Override
    public int run(Invocation invocation) {
        invocation.allowFormats("text", "json");
        Optional<FleetRequest> fleet = FleetOptions.of(invocation);
        if (fleet.isPresent()) {
            return new FleetOutput(invocation).look(new FleetOperation(invocation.context()).status(fleet.get()), "fleetStatus")
                    .exitStatus();
        }
        StatusReport status = new StatusOperation(invocation.context()).run();
        invocation.console().print(invocation.json() ? JsonRenderer.render(status)
                : new TextRenderer(Palette.PLAIN).render(status));
        return OK;
    }
}
