package io.quarkiverse.dibs.cli.tui.state;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.EventRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProgressLines;

/** What an event of a run changes in its dialog: the words are those of the command line. */
final class RunLines implements MigrationEvent.Visitor<RunDialog> {

    private static final EventRenderer TEXT = new EventRenderer(Palette.PLAIN, false);

    private final RunDialog run;

    RunLines(RunDialog run) {
        this.run = run;
    }

    @Override
    public RunDialog visit(MigrationEvent.Waiting event) {
        return run.running(Styled.of(Tone.ALTERED, TEXT.visit(event).strip()));
    }

    @Override
    public RunDialog visit(MigrationEvent.Started event) {
        return run.plus(Styled.lines(Tone.HEADING, TEXT.visit(event))).running(Styled.EMPTY)
                .at(Styled.of(ProgressLines.bar(event.number() - 1L, event.total()) + " " + event.number() + " of "
                        + event.total()).plus(Tone.HEADING, "  " + event.version() + " " + event.name()));
    }

    @Override
    public RunDialog visit(MigrationEvent.Statement event) {
        return event.done() ? run.plus(Styled.lines(Tone.FAINT, TEXT.visit(event))).running(Styled.EMPTY)
                : run.running(Styled.of(Tone.FAINT, event.sql().strip().replaceAll("\\s+", " ")));
    }

    @Override
    public RunDialog visit(MigrationEvent.Progress event) {
        return run.running(Styled.of(ProgressLines.bar(event.done(), event.total()) + " " + TEXT.visit(event).strip()));
    }

    @Override
    public RunDialog visit(MigrationEvent.Log event) {
        return run.plus(Styled.lines(Tone.PLAIN, TEXT.visit(event)));
    }

    @Override
    public RunDialog visit(MigrationEvent.Finished event) {
        return run.plus(Styled.lines(Tone.GOOD, TEXT.visit(event))).running(Styled.EMPTY);
    }

    @Override
    public RunDialog visit(MigrationEvent.Failed event) {
        return run.failed(event.problem()).plus(Styled.lines(Tone.PLAIN, TEXT.visit(event))).running(Styled.EMPTY);
    }

    @Override
    public RunDialog visit(MigrationEvent.Summary event) {
        Tone tone = switch (event.outcome()) {
            case DONE, DRY_RUN -> Tone.GOOD;
            case FAILED, CANCELLED -> Tone.DANGER;
        };
        String text = TEXT.visit(event).stripTrailing();
        return run.plus(Styled.lines(tone, text)).running(Styled.EMPTY)
                .at(Styled.of(tone, text.substring(text.lastIndexOf('\n') + 1)));
    }
}
