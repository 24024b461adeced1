package io.quarkiverse.dibs.report;

import java.util.List;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;
import io.quarkiverse.dibs.error.SqlStates;

/**
 * A problem for people: what, where, the SQL with a caret under Postgres' position, the hint and what to do. The detail may
 * hold
 * row data and is shown only when asked for.
 */
public final class ProblemRenderer {

    private static final int LINES_BEFORE = 3;
    private static final int LINES_AFTER = 2;
    private static final int LINES_WITHOUT_POSITION = 12;
    private static final int TAB = 4;

    private final Palette palette;
    private final boolean showDetail;

    public ProblemRenderer(Palette palette, boolean showDetail) {
        this.palette = palette;
        this.showDetail = showDetail;
    }

    public String render(Problem problem) {
        return render(problem, List.of());
    }

    /**
     * @param sourceLines lines of Java source around the failing call, shown after the SQL
     */
    public String render(Problem problem, List<String> sourceLines) {
        StringBuilder out = new StringBuilder();
        out.append(palette.danger(problem.code())).append(' ').append(problem.message()).append('\n');
        problem.location().ifPresent(where -> line(out, "at", where));
        problem.statement().ifPresent(sql -> statement(out, sql, problem.position().orElse(0)));
        problem.context().flatMap(ServerContext::query).ifPresent(sql -> {
            line(out, "in it:", "");
            statement(out, sql, problem.context().get().position().orElse(0));
        });
        if (!sourceLines.isEmpty()) {
            out.append(problem.statement().isPresent() ? "" : "\n");
            sourceLines.forEach(source -> out.append("  ").append(source).append('\n'));
            out.append('\n');
        }
        problem.hint().ifPresent(hint -> line(out, "hint:", hint));
        if (problem.detail().isPresent()) {
            line(out, "detail:", showDetail ? problem.detail().get() : "hidden, it may hold row data (--show-detail)");
        }
        problem.context().flatMap(showDetail ? ServerContext::calls : ServerContext::callsWithoutValues)
                .ifPresent(calls -> line(out, "context:", calls));
        problem.affected().ifPresent(object -> line(out, "about:", object.display()));
        problem.sqlState().ifPresent(state -> line(out, "SQLSTATE",
                state + SqlStates.meaning(state).map(meaning -> ", " + meaning).orElse("")));
        problem.remedy().ifPresent(remedy -> line(out, "to do:", remedy));
        return out.toString();
    }

    private void line(StringBuilder out, String label, String text) {
        String[] lines = text.split("\\R", -1);
        out.append("  ").append(palette.faint(label)).append(lines[0].isEmpty() ? "" : " ").append(lines[0]).append('\n');
        for (int i = 1; i < lines.length; i++) {
            out.append("    ").append(lines[i]).append('\n');
        }
    }

    private void statement(StringBuilder out, String sql, int position) {
        String[] lines = sql.stripTrailing().split("\\R", -1);
        int failing = -1;
        int column = 0;
        if (position > 0) {
            int[] place = place(sql.stripTrailing(), position);
            failing = place[0];
            column = place[1];
        }
        int first = failing < 0 ? 0 : Math.max(0, failing - LINES_BEFORE);
        int end = failing < 0 ? Math.min(lines.length, LINES_WITHOUT_POSITION)
                : Math.min(lines.length, failing + LINES_AFTER + 1);
        int digits = Integer.toString(end).length();
        out.append('\n');
        for (int i = first; i < end; i++) {
            out.append("  ").append(palette.faint(("%" + digits + "d | ").formatted(i + 1))).append(expanded(lines[i]))
                    .append('\n');
            if (i == failing) {
                String before = new StringBuilder(lines[i]).substring(0, lines[i].offsetByCodePoints(0, column));
                out.append("  ").append(" ".repeat(digits + 3 + TextWidth.of(expanded(before)))).append(palette.danger("^"))
                        .append('\n');
            }
        }
        if (end < lines.length) {
            out.append("  ").append(palette.faint("... " + (lines.length - end) + " more lines")).append('\n');
        }
        out.append('\n');
    }

    /** The line and the column, both from 0, of the character at the position; its end when the text is shorter. */
    private static int[] place(String sql, int position) {
        int length = sql.codePointCount(0, sql.length());
        int offset = sql.offsetByCodePoints(0, Math.min(position - 1, length));
        String before = sql.substring(0, offset);
        String[] lines = before.split("\\R", -1);
        String last = lines[lines.length - 1];
        return new int[] { lines.length - 1, last.codePointCount(0, last.length()) };
    }

    /** Tabs become spaces up to the next stop, so that a caret below stands right on any terminal. */
    private static String expanded(String line) {
        StringBuilder out = new StringBuilder();
        int width = 0;
        for (int c : line.codePoints().toArray()) {
            if (c == '\t') {
                int spaces = TAB - width % TAB;
                out.append(" ".repeat(spaces));
                width += spaces;
            } else {
                out.appendCodePoint(c);
                width += TextWidth.of(c);
            }
        }
        return out.toString();
    }
}
