package io.quarkiverse.dibs.cli.terminal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.dibs.postgres.text.SourceExcerpt;
import io.quarkiverse.dibs.report.EventRenderer;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.ProgressLines;

/** Shows the events of a run as they come: lines, with a bar and the running statement on a terminal, or JSON lines. */
public final class LiveEvents implements Consumer<MigrationEvent> {

    private final Terminal terminal;
    private final boolean json;
    private final boolean showDetail;
    private final Optional<Path> sources;
    private final EventRenderer text;
    private final ProgressLines progressLines = new ProgressLines();
    private MigrationEvent.Summary summary;
    private MigrationEvent.Failed failed;

    /** Of a run that no source is written for. */
    public LiveEvents(Terminal terminal, boolean json, boolean showDetail) {
        this(terminal, json, showDetail, Optional.empty());
    }

    /**
     * @param sources where the migrations are written, for the lines around one that fails
     */
    public LiveEvents(Terminal terminal, boolean json, boolean showDetail, Optional<Path> sources) {
        this.sources = sources;
        this.terminal = terminal;
        this.json = json;
        this.showDetail = showDetail;
        this.text = new EventRenderer(terminal.outPalette(), showDetail);
    }

    @Override
    public void accept(MigrationEvent happened) {
        MigrationEvent event = happened instanceof MigrationEvent.Failed failure && sources.isPresent()
                ? SourceExcerpt.of(failure, sources.get())
                : happened;
        if (event instanceof MigrationEvent.Summary last) {
            summary = last;
        } else if (event instanceof MigrationEvent.Failed failure) {
            failed = failure;
        }
        if (json) {
            terminal.print(JsonRenderer.line(event, showDetail) + "\n");
        } else if (terminal.isQuiet() && !(event instanceof MigrationEvent.Summary || event instanceof MigrationEvent.Failed)) {
            return;
        } else if (event instanceof MigrationEvent.Statement statement && !statement.done()) {
            terminal.status("running: " + statement.sql().strip().replaceAll("\\s+", " "));
        } else if (event instanceof MigrationEvent.Progress progress && terminal.errIsTerminal()) {
            terminal.status(bar(progress) + event.accept(text).stripTrailing());
        } else if (!(event instanceof MigrationEvent.Progress progress) || progressLines.isWorthALine(progress)) {
            String lines = event.accept(text);
            if (!lines.isEmpty()) {
                terminal.show(lines);
            }
        }
    }

    /** The end of the run, or null when it never came. */
    public MigrationEvent.Summary summary() {
        return summary;
    }

    /** Why the run failed, or null. */
    public MigrationEvent.Failed failed() {
        return failed;
    }

    private String bar(MigrationEvent.Progress progress) {
        String bar = ProgressLines.bar(progress.done(), progress.total());
        return bar.isEmpty() ? "" : "  " + terminal.errPalette().created(bar);
    }
}
