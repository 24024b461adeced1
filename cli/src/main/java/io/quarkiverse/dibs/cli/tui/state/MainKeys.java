package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.RenameLine;

/** What the keys do while no dialog is open. */
final class MainKeys {

    private MainKeys() {
    }

    /**
     * @param afterG whether the key before was a {@code g} that did nothing yet
     */
    static Next pressed(TuiState state, Key key, boolean afterG) {
        if (key.name() == Key.Name.CHARACTER) {
            return character(state, (char) key.character(), afterG);
        }
        Pane pane = state.pane();
        return switch (key.name()) {
            case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN -> Next.of(Moving.move(state, key));
            case LEFT -> Next.of(out(state));
            case RIGHT -> Next.of(in(state));
            case TAB, BACK_TAB -> Next.of(state.problem().isPresent() ? state : state.with(pane.focusDetail(!pane.inDetail())));
            case ENTER -> enter(state);
            case ESCAPE -> Next.of(state.with(escaped(pane)));
            case CONTROL -> control(state, key);
            case CHARACTER, BACKSPACE, DELETE, OTHER -> Next.of(state);
        };
    }

    private static Next character(TuiState state, char c, boolean afterG) {
        return switch (c) {
            case '1', '2', '3' -> Next.of(state.with(Tab.values()[c - '1']));
            case 'j' -> Next.of(Moving.move(state, Key.of(Key.Name.DOWN)));
            case 'k' -> Next.of(Moving.move(state, Key.of(Key.Name.UP)));
            case 'G' -> Next.of(Moving.move(state, Key.of(Key.Name.END)));
            case 'h' -> Next.of(out(state));
            case 'l' -> Next.of(in(state));
            case 'g' -> afterG ? Next.of(Moving.move(state, Key.of(Key.Name.HOME))) : generate(state);
            case 'm' -> migrate(state);
            case 'o' -> open(state);
            case 'd' -> Next.of(state.problem().isPresent() ? state : state.with(state.pane().zoom(!state.pane().zoomed())));
            case 'r' -> state.isBusy() ? Next.of(say(state, Tone.FAINT, "still at it: " + state.underWay())) : state.fetch();
            case '/' -> Next.of(state.with(FilterDialog.of(state.pane())));
            case '?' -> Next.of(state.with(new HelpDialog(0)));
            case 'q' -> Next.of(state, new Effect.Quit(0));
            default -> Next.of(state);
        };
    }

    private static Next control(TuiState state, Key key) {
        return switch (key.character()) {
            case 'd', 'u' -> Next.of(Moving.move(state, key));
            case 'c' -> Next.of(state, new Effect.Quit(Category.INTERRUPTED.exitStatus()));
            default -> Next.of(state);
        };
    }

    private static Pane escaped(Pane pane) {
        if (pane.zoomed()) {
            return pane.zoom(false);
        }
        return pane.inDetail() ? pane.focusDetail(false) : pane.filter("");
    }

    /** One level up: out of the detail, to the row that this one belongs to, or closing it. */
    private static TuiState out(TuiState state) {
        Pane pane = state.pane();
        if (pane.inDetail()) {
            return state.with(pane.zoom(false));
        }
        List<Row> rows = state.rows();
        int at = Math.min(pane.selected(), rows.size() - 1);
        while (at > 0 && rows.get(at).depth() > 0) {
            at--;
        }
        if (at < 0) {
            return state;
        }
        boolean isOpen = rows.get(at).branch() && rows.get(at).open();
        return state.with(isOpen && at == pane.selected() ? pane.toggle(rows.get(at).id()) : pane.select(at));
    }

    private static TuiState in(TuiState state) {
        Optional<Row> row = state.selectedRow();
        boolean closed = row.filter(at -> at.branch() && !at.open()).isPresent();
        return state.pane().inDetail() || row.isEmpty() ? state
                : state.with(closed ? state.pane().toggle(row.get().id()) : state.pane().focusDetail(true));
    }

    private static Next enter(TuiState state) {
        Optional<Row> row = state.selectedRow();
        if (row.isEmpty() || state.pane().inDetail()) {
            return Next.of(state);
        }
        if (row.get().item() instanceof ChangeRows.QuestionItem asked) {
            return Next.of(state.with(new RenameDialog(asked.question(), false)));
        }
        return Next.of(state.with(row.get().branch() ? state.pane().toggle(row.get().id()) : state.pane().focusDetail(true)));
    }

    private static Next open(TuiState state) {
        Optional<Place> place = state.problem().isPresent() ? state.problem().flatMap(ProblemText::place)
                : state.selectedRow().flatMap(row -> row.item().place());
        return place.map(at -> Next.of(state, new Effect.Open(at)))
                .orElseGet(() -> Next.of(say(state, Tone.FAINT, "nobody knows where this is written")));
    }

    /** On the tab of changes at once; elsewhere the key only begins {@code gg}. */
    private static Next generate(TuiState state) {
        if (state.tab() != Tab.CHANGES) {
            return Next.of(say(state, Tone.FAINT, "g again: to the top; on 2 Changes g generates a migration").waitingForG());
        }
        Optional<DiffReport> diff = state.diff().value();
        if (diff.isEmpty() || state.problem().isPresent()) {
            return Next.of(say(state, Tone.FAINT, "the changes are not known yet").waitingForG());
        }
        if (diff.get().inSync()) {
            return Next.of(say(state, Tone.GOOD, "in sync: there is nothing to generate").waitingForG());
        }
        return generate(state, diff.get());
    }

    /** Open questions come first. */
    static Next generate(TuiState state, DiffReport diff) {
        Optional<RenameLine> question = diff.renameQuestions().stream().filter(state.renames()::isOpen).findFirst();
        return question.isPresent() ? Next.of(state.with(new RenameDialog(question.get(), true)))
                : GenerateDialog.open(state, diff);
    }

    private static Next migrate(TuiState state) {
        Optional<Migrations> migrations = state.migrations().value();
        if (migrations.isEmpty() || state.migrations().problem().isPresent()) {
            return Next.of(say(state, Tone.FAINT, "the migrations are not known yet"));
        }
        return ConfirmDialog.open(state, migrations.get())
                .orElseGet(() -> Next.of(say(state, Tone.GOOD, "nothing is pending")));
    }

    static TuiState say(TuiState state, Tone tone, String text) {
        return state.with(new Notice(tone, text));
    }
}
