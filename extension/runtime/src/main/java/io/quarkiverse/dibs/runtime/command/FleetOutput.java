package io.quarkiverse.dibs.runtime.command;

import java.nio.file.Path;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.fleet.FleetRun;
import io.quarkiverse.dibs.postgres.text.SourceExcerpt;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetJson;
import io.quarkiverse.dibs.report.FleetRenderer;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.Palette;

/** Writes what happens with many targets: as it happens where they are changed, at the end where they are looked at. */
final class FleetOutput {

    private final Invocation invocation;
    private final FleetRenderer text;
    private final boolean detail;
    private final FleetRows rows = new FleetRows();

    FleetOutput(Invocation invocation) {
        this.invocation = invocation;
        this.detail = invocation.flag("--show-detail");
        this.text = new FleetRenderer(Palette.PLAIN, detail);
    }

    /** @return what became of the targets */
    FleetRows live(FleetRun run) {
        run.events().subscribe().asStream().forEach(happened -> {
            FleetEvent event = happened instanceof FleetEvent.Told told
                    && told.event() instanceof MigrationEvent.Failed failed
                            ? new FleetEvent.Told(told.target(), SourceExcerpt.of(failed, Path.of("src", "main", "java")))
                            : happened;
            rows.accept(event);
            if (invocation.json()) {
                invocation.console().print(FleetJson.line(event, detail) + "\n");
            } else {
                invocation.console().print(event instanceof FleetEvent.Summary ? text.table(rows.rows(), true) : "");
                invocation.console().print(event.accept(text));
            }
        });
        return ended();
    }

    /**
     * @param kind of the JSON document
     * @return how the targets stand
     */
    FleetRows look(FleetRun run, String kind) {
        run.events().subscribe().asStream().forEach(event -> {
            rows.accept(event);
            if (!invocation.json() && event instanceof FleetEvent.Ended ended
                    && !(ended.row().problems().isEmpty() && ended.row().warnings().isEmpty())) {
                invocation.console().print(event.accept(text));
            }
        });
        if (invocation.json()) {
            invocation.console().print(FleetJson.render(kind, ended().rows(), detail));
        } else {
            invocation.console().print(text.table(ended().rows(), false) + rows.summary().accept(text));
        }
        return rows;
    }

    private FleetRows ended() {
        if (rows.summary() == null) {
            throw new DibsException(Problem.of("DIBS-0808", Category.IN_DOUBT, "the run ended without saying how")
                    .remedy("See status for what is applied."));
        }
        return rows;
    }
}
