package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.MigrationRow;

/** Says what would run where, and asks. */
record ConfirmDialog(String database, List<MigrationRow> pending, int top) implements Dialog {

    ConfirmDialog {
        pending = List.copyOf(pending);
    }

    /** Empty when nothing is to be run. */
    static Optional<Next> open(TuiState state, Migrations migrations) {
        List<MigrationRow> waiting = migrations.status().migrations().stream().filter(ConfirmDialog::waits).toList();
        return waiting.isEmpty() ? Optional.empty()
                : Optional.of(Next.of(state.with(new ConfirmDialog(migrations.status().database(), waiting, 0))));
    }

    /** Whether a run has something to do with it or to say about it. */
    private static boolean waits(MigrationRow row) {
        return switch (row.state()) {
            case PENDING, OUT_OF_ORDER, FAILED, IN_DOUBT -> true;
            case APPLIED, CHANGED, MISSING, FUTURE, BASELINE -> false;
        };
    }

    @Override
    public Next pressed(TuiState state, Key key) {
        if (key.is(Key.Name.ENTER) || key.is('y')) {
            return Next.of(state.with(RunDialog.BEGUN), new Effect.Migrate());
        }
        if (key.is(Key.Name.ESCAPE) || key.is('n') || key.is('q')) {
            return Next.of(state.withoutDialog());
        }
        if (key.isControl('c')) {
            return state.interrupted();
        }
        Content content = content(state.size());
        return Next.of(state.with(new ConfirmDialog(database, pending, Moving.scrolled(top, key, content.scrolled().size(),
                DialogText.height(state.size(), content.fixed().size())))));
    }

    @Override
    public Content content(Size size) {
        List<Styled> fixed = List.of(Styled.of("on ").plus(Tone.HEADING, database), Styled.EMPTY);
        List<Styled> lines = new ArrayList<>();
        for (MigrationRow row : pending) {
            lines.add(Styled.of(Tone.FAINT, row.version() + "  ").plus(row.name())
                    .plus(Tone.ALTERED, row.state() == MigrationRow.State.PENDING ? "" : "  " + row.state().label()));
        }
        return Content.of("Run " + SchemaRows.counted(pending.size(), "migration") + "?", DialogText.wrapped(fixed, size),
                DialogText.wrapped(lines, size), top, new Hint("Enter", "run"), new Hint("Esc", "leave it"));
    }
}
