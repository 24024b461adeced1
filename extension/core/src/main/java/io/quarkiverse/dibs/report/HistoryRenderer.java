package io.quarkiverse.dibs.report;

/** What the commands around the history say, for people. Every text ends with a line break. */
public final class HistoryRenderer {

    private final Palette palette;

    public HistoryRenderer(Palette palette) {
        this.palette = palette;
    }

    public String render(HistoryReport history) {
        StringBuilder out = new StringBuilder(palette.faint(history.database())).append('\n');
        if (history.rows().isEmpty()) {
            return out.append("nothing has been written yet\n").toString();
        }
        Rows rows = new Rows();
        for (HistoryRow row : history.rows()) {
            rows.add("  ", TextRenderer.time(row.at()), row.version(), row.name(), action(row.action()),
                    row.durationMillis().isPresent() ? TextRenderer.duration(row.durationMillis().getAsLong()) : "",
                    "by " + row.byWhom(), "run " + row.runId().toString().substring(0, 8),
                    "dibs " + row.dibsVersion()
                            + (row.applicationVersion().isEmpty() ? "" : ", application " + row.applicationVersion()),
                    EventRenderer.firstLine(row.note()));
        }
        rows.printTo(out);
        return out.toString();
    }

    private String action(HistoryRow.Action action) {
        return switch (action) {
            case APPLIED, BASELINE -> palette.created(action.label());
            case FAILED -> palette.danger(action.label());
            case RUNNING, REPAIRED, OTHER -> palette.altered(action.label());
        };
    }
}
