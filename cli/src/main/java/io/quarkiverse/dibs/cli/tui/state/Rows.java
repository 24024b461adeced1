package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a tab: what it shows, less what is closed or does not hold the text of the filter. */
final class Rows {

    private Rows() {
    }

    static List<Row> of(TuiState state, Tab tab) {
        Pane pane = state.pane(tab);
        Openness usual = (id, atFirst) -> atFirst != pane.toggled().contains(id);
        if (pane.filter().isEmpty()) {
            return all(state, tab, usual);
        }
        return filtered(all(state, tab, (id, atFirst) -> true), pane.filter().toLowerCase(Locale.ROOT), pane);
    }

    private static List<Row> all(TuiState state, Tab tab, Openness open) {
        return switch (tab) {
            case SCHEMA -> state.schema().value().map(schema -> SchemaRows.of(schema, open)).orElse(List.of());
            case CHANGES -> state.diff().value().map(diff -> ChangeRows.of(diff, state.renames(), open)).orElse(List.of());
            case MIGRATIONS -> state.migrations().value().map(MigrationRows::of).orElse(List.of());
        };
    }

    /** A branch that matches itself is open when somebody opens it; one with rows that match shows these. */
    private static List<Row> filtered(List<Row> all, String filter, Pane pane) {
        List<Row> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Row row = all.get(i);
            if (!row.branch()) {
                if (row.depth() == 0 && matches(row, filter)) {
                    kept.add(row);
                }
                continue;
            }
            List<Row> below = new ArrayList<>();
            while (i + 1 < all.size() && all.get(i + 1).depth() > row.depth()) {
                below.add(all.get(++i));
            }
            List<Row> matching = below.stream().filter(part -> matches(part, filter)).toList();
            boolean itself = matches(row, filter);
            boolean opened = matching.isEmpty() && pane.toggled().contains(row.id());
            if (itself || !matching.isEmpty()) {
                kept.add(new Row(row.id(), row.depth(), true, opened || !matching.isEmpty(), row.text(), row.item()));
                kept.addAll(opened ? below : matching);
            }
        }
        return kept;
    }

    private static boolean matches(Row row, String filter) {
        return row.text().text().toLowerCase(Locale.ROOT).contains(filter);
    }
}
