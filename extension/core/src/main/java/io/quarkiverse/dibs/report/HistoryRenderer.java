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

    /** Each problem as it would stand alone, and a line that sums up. */
    public String render(ValidateReport report, boolean showDetail) {
        StringBuilder out = new StringBuilder();
        ProblemRenderer problems = new ProblemRenderer(palette, showDetail);
        report.problems().forEach(problem -> out.append(problems.render(problem)).append('\n'));
        report.warnings().forEach(warning -> out.append(palette.altered("warning: ")).append(warning).append('\n'));
        if (report.valid()) {
            out.append(palette.good("valid")).append(palette.faint(": the history of " + report.database() + " fits the code"));
        } else {
            out.append(palette.danger("not valid")).append(": ").append(report.problems().size())
                    .append(report.problems().size() == 1 ? " problem" : " problems");
        }
        return out.append('\n').toString();
    }

    /** What would be done, what was done, and what nobody but a person can settle. */
    public String render(RepairReport report) {
        StringBuilder out = new StringBuilder();
        if (report.actions().isEmpty() && report.notes().isEmpty()) {
            return palette.good("nothing to repair") + palette.faint(": " + report.database()) + "\n";
        }
        for (RepairAction action : report.actions()) {
            out.append(action.done() ? palette.good("done") : palette.altered(action.kind())).append("  ").append(action.what())
                    .append('\n');
        }
        report.notes().forEach(note -> out.append(palette.altered("left as it is")).append("  ").append(note).append('\n'));
        return out.toString();
    }

    public String render(BaselineReport report) {
        StringBuilder out = new StringBuilder();
        report.migrations().forEach(name -> out.append("  ").append(name).append("  ").append(palette.created("baseline"))
                .append('\n'));
        return out.append(report.database()).append(" begins at version ").append(report.version())
                .append(palette.faint(": nothing was run")).append('\n').toString();
    }

    public String render(LockReport report) {
        if (report.holder().isEmpty()) {
            return palette.good("free") + palette.faint(": nobody holds the migration lock of " + report.database()) + "\n";
        }
        return (report.released() ? palette.good("released") + ": ended " : palette.altered("held") + " by ")
                + report.holder().get().display() + "\n";
    }

    private String action(HistoryRow.Action action) {
        return switch (action) {
            case APPLIED, BASELINE -> palette.created(action.label());
            case FAILED -> palette.danger(action.label());
            case RUNNING, REPAIRED, OTHER -> palette.altered(action.label());
        };
    }
}
