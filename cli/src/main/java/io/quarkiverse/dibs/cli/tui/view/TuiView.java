package io.quarkiverse.dibs.cli.tui.view;

import java.util.List;
import java.util.Optional;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Position;
import io.quarkiverse.dibs.cli.tui.state.Dialog;
import io.quarkiverse.dibs.cli.tui.state.FilterDialog;
import io.quarkiverse.dibs.cli.tui.state.Layout;
import io.quarkiverse.dibs.cli.tui.state.Layout.Area;
import io.quarkiverse.dibs.cli.tui.state.Pane;
import io.quarkiverse.dibs.cli.tui.state.ProblemText;
import io.quarkiverse.dibs.cli.tui.state.Row;
import io.quarkiverse.dibs.cli.tui.state.TuiState;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.cli.tui.text.Wrapping;

/** Draws a state. The same state and size always give the same screen; nothing is remembered between two. */
public final class TuiView {

    private final Looks looks;

    public TuiView(Looks looks) {
        this.looks = looks;
    }

    /**
     * @param buffer empty, as large as the state says
     * @return where the cursor is to be seen, if at all
     */
    public Optional<Position> draw(TuiState state, Buffer buffer) {
        Canvas canvas = new Canvas(buffer, looks);
        if (state.size().columns() < Layout.SMALLEST.columns() || state.size().rows() < Layout.SMALLEST.rows()) {
            canvas.line(0, 0, state.size().columns(), Styled.of("dibs needs " + Layout.SMALLEST.columns() + "x"
                    + Layout.SMALLEST.rows()));
            return Optional.empty();
        }
        Layout layout = Layout.of(state.size());
        new Header(canvas).draw(state);
        body(canvas, layout, state);
        Optional<Position> cursor = state.dialog().flatMap(dialog -> dialog(canvas, layout, state, dialog));
        if (state.dialog().filter(FilterDialog.class::isInstance).isEmpty()) {
            new Footer(canvas).draw(state, layout.footer());
        }
        return cursor;
    }

    private void body(Canvas canvas, Layout layout, TuiState state) {
        Pane pane = state.pane();
        if (state.problem().isPresent()) {
            canvas.frame(layout.body(), Styled.of(Tone.DANGER, state.tab().title() + ": a problem"), true);
            canvas.scrolled(layout.body(), Wrapping.wrap(ProblemText.of(state.problem().get()), layout.body().innerWidth()),
                    pane.top(), 0);
            return;
        }
        List<Row> rows = state.rows();
        if (pane.zoomed()) {
            detail(canvas, layout.body(), state);
            return;
        }
        list(canvas, layout.list(), state, rows);
        detail(canvas, layout.detail(), state);
    }

    private void list(Canvas canvas, Area area, TuiState state, List<Row> rows) {
        Pane pane = state.pane();
        Styled title = Styled.of(Tone.HEADING, state.tab().title())
                .plus(Tone.ALTERED, pane.filter().isEmpty() ? "" : "  /" + pane.filter());
        canvas.frame(area, title, !pane.inDetail());
        if (rows.isEmpty()) {
            canvas.line(area.x() + 2, area.y() + 1, area.innerWidth() - 2, empty(state));
            return;
        }
        int selected = Math.min(pane.selected(), rows.size() - 1);
        int height = area.innerHeight();
        int first = Math.max(0, Math.min(selected - height / 2, rows.size() - height));
        for (int i = 0; i < height && first + i < rows.size(); i++) {
            Row row = rows.get(first + i);
            boolean here = first + i == selected;
            String lead = row.branch() ? looks.branch(row.open()) : row.depth() == 0 ? "" : "  ";
            int y = area.y() + 1 + i;
            canvas.line(area.x() + 1, y, area.innerWidth(),
                    Styled.of(Tone.KEY, here ? looks.cursor() : " ").plus(lead).plus(row.text()));
            if (here && !pane.inDetail()) {
                canvas.reverse(area.x() + 1, y, area.innerWidth());
            }
        }
        canvas.thumb(area, rows.size(), first, height, 0);
    }

    private static Styled empty(TuiState state) {
        boolean loading = switch (state.tab()) {
            case SCHEMA -> state.schema().value().isEmpty();
            case CHANGES -> state.diff().value().isEmpty();
            case MIGRATIONS -> state.migrations().value().isEmpty();
        };
        if (loading) {
            return Styled.of(Tone.FAINT, "being looked at ...");
        }
        if (!state.pane().filter().isEmpty()) {
            return Styled.of(Tone.FAINT, "no row holds this text");
        }
        return switch (state.tab()) {
            case SCHEMA -> Styled.of(Tone.FAINT, "the entities describe no table yet");
            case CHANGES -> Styled.of(Tone.GOOD, "in sync").plus(": the database is what the entities say");
            case MIGRATIONS -> Styled.of(Tone.FAINT, "there are no migrations yet");
        };
    }

    private static void detail(Canvas canvas, Area area, TuiState state) {
        canvas.frame(area, Styled.EMPTY, state.pane().inDetail());
        List<Styled> lines = state.selectedRow().map(row -> row.item().detail()).orElse(List.of());
        canvas.scrolled(area, Wrapping.wrap(lines, area.innerWidth()), state.pane().top(), 0);
    }

    private static Optional<Position> dialog(Canvas canvas, Layout layout, TuiState state, Dialog dialog) {
        Dialog.Content content = dialog.content(state.size());
        if (dialog instanceof FilterDialog filter) {
            canvas.line(0, layout.footer(), state.size().columns(), filter.line());
            return Optional.of(new Position(content.cursorColumn(), layout.footer()));
        }
        Area area = Layout.dialog(state.size());
        canvas.clear(area);
        canvas.frame(area, Styled.of(Tone.HEADING, content.title()), true);
        // one column of air on each side
        Area inner = new Area(area.x() + 1, area.y(), area.width() - 2, area.height());
        int y = area.y() + 1;
        for (Styled line : content.fixed()) {
            canvas.line(inner.x() + 1, y++, inner.innerWidth(), line);
        }
        int fixed = content.fixed().size();
        Area scrolled = new Area(inner.x(), area.y(), inner.width(), area.height() - 1);
        int height = scrolled.innerHeight() - fixed;
        int first = Math.max(0, Math.min(content.top(), content.scrolled().size() - height));
        for (int i = 0; i < height && first + i < content.scrolled().size(); i++) {
            canvas.line(scrolled.x() + 1, y + i, scrolled.innerWidth(), content.scrolled().get(first + i));
        }
        canvas.thumb(area, content.scrolled().size(), first, height, fixed);
        canvas.line(inner.x() + 1, area.y() + area.height() - 2, inner.innerWidth(),
                Footer.hints(content.hints(), canvas.looks().between()));
        return content.cursorLine() < 0 ? Optional.empty()
                : Optional.of(new Position(inner.x() + 1 + content.cursorColumn(), area.y() + 1 + content.cursorLine()));
    }
}
