package io.quarkiverse.dibs.cli.tui.view;

import java.util.List;

import io.quarkiverse.dibs.cli.tui.state.Loaded;
import io.quarkiverse.dibs.cli.tui.state.Migrations;
import io.quarkiverse.dibs.cli.tui.state.Tab;
import io.quarkiverse.dibs.cli.tui.state.TuiState;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.ShownChanges;

/** The first line: the tabs with what they hold, and the database. */
final class Header {

    private static final int APART = 3;

    private final Canvas canvas;

    Header(Canvas canvas) {
        this.canvas = canvas;
    }

    void draw(TuiState state) {
        int x = 1;
        for (Tab tab : Tab.values()) {
            Styled title = Styled.of(Tone.KEY, tab.key() + " ")
                    .plus(tab == state.tab() ? Tone.HEADING : Tone.PLAIN, tab.title()).plus(count(state, tab));
            int width = title.width();
            canvas.line(x, 0, state.size().columns() - x, title);
            if (tab == state.tab()) {
                canvas.reverse(x - 1, 0, width + 2);
            }
            x += width + APART;
        }
        String database = state.migrations().value().map(migrations -> migrations.status().database()).orElse("");
        int room = state.size().columns() - x - 1;
        int width = Styled.of(database).width();
        if (width > 0 && width <= room) {
            canvas.line(state.size().columns() - width - 1, 0, width, Styled.of(Tone.FAINT, database));
        }
    }

    private static Styled count(TuiState state, Tab tab) {
        return switch (tab) {
            case SCHEMA -> count(state.schema(), state.schema().value().map(schema -> " " + schema.tables().size()).orElse(""),
                    "");
            case CHANGES -> count(state.diff(), state.diff().value().map(diff -> " " + ShownChanges.of(diff.changes()).size())
                    .orElse(""), state.diff().value().map(Header::hazards).orElse(""));
            case MIGRATIONS -> count(state.migrations(), state.migrations().value()
                    .map(migrations -> " " + migrations.status().migrations().size()).orElse(""),
                    state.migrations().value().map(Header::pending).orElse(""));
        };
    }

    private static Styled count(Loaded<?> loaded, String count, String more) {
        return loaded.problem().isPresent() ? Styled.of(Tone.DANGER, " !")
                : Styled.of(loaded.loading() && count.isEmpty() ? " ..." : count).plus(Tone.ALTERED, more);
    }

    private static String hazards(DiffReport diff) {
        List<HazardLine> hazards = diff.steps().stream().flatMap(step -> step.hazards().stream()).distinct().toList();
        return hazards.isEmpty() ? "" : " !" + hazards.size();
    }

    private static String pending(Migrations migrations) {
        return migrations.pending() == 0 ? "" : " (" + migrations.pending() + " pending)";
    }
}
