package io.quarkiverse.dibs.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells, printed under one another in columns. The last cell of a line is never padded, and a very long cell moves
 * only
 * what follows it. Not thread-safe.
 */
final class Rows {

    private static final int WIDEST = 56;

    private final List<String[]> rows = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();

    /** A line; {@code prefix} is printed as it is and takes no part in the columns. */
    void add(String prefix, String... cells) {
        prefixes.add(prefix);
        rows.add(cells);
    }

    void printTo(StringBuilder out) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length - 1; i++) {
                int width = visibleWidth(row[i]);
                widths[i] = Math.max(widths[i], width <= WIDEST ? width : 0);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder(prefixes.get(r));
            String[] row = rows.get(r);
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]);
                if (i < row.length - 1) {
                    line.append(" ".repeat(Math.max(0, widths[i] - visibleWidth(row[i])) + 2));
                }
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int visibleWidth(String cell) {
        return TextWidth.of(SourceLinks.visible(cell));
    }
}
