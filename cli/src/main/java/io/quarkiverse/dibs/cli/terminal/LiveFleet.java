package io.quarkiverse.dibs.cli.terminal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.text.SourceExcerpt;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetJson;
import io.quarkiverse.dibs.report.FleetRenderer;
import io.quarkiverse.dibs.report.FleetRows;
import io.quarkiverse.dibs.report.MigrationEvent;

/** Shows what happens with many targets as it comes: lines, with the number that is done on a terminal, or JSON lines. */
public final class LiveFleet implements Consumer<FleetEvent> {

    private final Terminal terminal;
    private final boolean json;
    private final boolean showDetail;
    private final Optional<Path> sources;
    private final Optional<String> look;
    private final FleetRenderer text;
    private final FleetRows rows = new FleetRows();

    /**
     * @param sources where the migrations are written
     * @param look the kind of the JSON document, where the targets are only looked at
     */
    public LiveFleet(Terminal terminal, boolean json, boolean showDetail, Optional<Path> sources, Optional<String> look) {
        this.terminal = terminal;
        this.json = json;
        this.showDetail = showDetail;
        this.sources = sources;
        this.look = look;
        this.text = new FleetRenderer(terminal.outPalette(), showDetail);
    }

    @Override
    public void accept(FleetEvent happened) {
        FleetEvent event = happened instanceof FleetEvent.Told told && told.event() instanceof MigrationEvent.Failed failed
                && sources.isPresent() ? new FleetEvent.Told(told.target(), SourceExcerpt.of(failed, sources.get())) : happened;
        rows.accept(event);
        if (json) {
            if (look.isEmpty()) {
                terminal.print(FleetJson.line(event, showDetail) + "\n");
            } else if (event instanceof FleetEvent.Summary) {
                terminal.print(FleetJson.render(look.get(), rows.rows(), showDetail));
            }
            return;
        }
        if (event instanceof FleetEvent.Summary) {
            terminal.show(text.table(rows.rows(), look.isEmpty()));
        }
        String lines = isShown(event) ? event.accept(text) : "";
        if (!lines.isEmpty()) {
            terminal.show(lines);
        }
        if (event instanceof FleetEvent.Ended && terminal.errIsTerminal()) {
            terminal.status("  " + rows.rows().size() + " of " + rows.began().targets() + " targets"
                    + (rows.failed() == 0 ? "" : ", " + rows.failed() + " failed"));
        }
    }

    /** In a mere look the table says how each stands. */
    private boolean isShown(FleetEvent event) {
        return look.isEmpty() && !terminal.isQuiet() || event instanceof FleetEvent.Summary
                || event instanceof FleetEvent.Ended ended
                        && !(ended.row().problems().isEmpty() && ended.row().warnings().isEmpty());
    }

    /**
     * What became of the targets.
     *
     * @throws DibsException DIBS-0808 when the end never came
     */
    public FleetRows ended() {
        if (rows.summary() == null) {
            throw new DibsException(Problem.of("DIBS-0808", Category.IN_DOUBT, "the run ended without saying how")
                    .remedy("See dibs status for what is applied."));
        }
        return rows;
    }
}
