package io.quarkiverse.dibs.report;

import java.util.List;

import io.quarkiverse.dibs.report.ApplyReport.State;

/** The end of the application of a plan, for people: what became of each statement where not all went well. */
public final class ApplyRenderer {

    private final Palette palette;
    private final ProblemRenderer problems;

    public ApplyRenderer(Palette palette, boolean showDetail) {
        this.palette = palette;
        this.problems = new ProblemRenderer(palette, showDetail);
    }

    public String render(ApplyReport report) {
        StringBuilder out = new StringBuilder();
        report.warnings().forEach(warning -> out.append(palette.altered("warning: ")).append(warning).append('\n'));
        switch (report.outcome()) {
            case DONE -> out.append(palette.good(statements(report.count(State.APPLIED)) + " applied")).append(" in ")
                    .append(TextRenderer.duration(report.durationMillis())).append(": ").append(report.database())
                    .append(" is what the plan says\n");
            case DRY_RUN -> out.append(statements(report.statements().size())).append(" would run on ")
                    .append(report.database()).append(", nothing was changed\n");
            case FAILED, CANCELLED -> ended(out, report);
        }
        return out.toString();
    }

    private void ended(StringBuilder out, ApplyReport report) {
        for (State state : List.of(State.APPLIED, State.IN_DOUBT, State.UNAPPLIED)) {
            report.statements().stream().filter(statement -> statement.state() == state)
                    .forEach(statement -> out.append("  ").append(label(state)).append("  ")
                            .append(palette.faint("step " + statement.step() + "  "))
                            .append(EventRenderer.firstLine(statement.sql())).append('\n'));
        }
        report.problem().ifPresent(problem -> out.append(problems.render(problem)));
        out.append(report.outcome() == ApplyReport.Outcome.CANCELLED ? palette.danger("cancelled") : palette.danger("failed"))
                .append(": ").append(report.count(State.APPLIED)).append(" applied, ")
                .append(report.count(State.IN_DOUBT)).append(" in doubt, ").append(report.count(State.UNAPPLIED))
                .append(" not applied\n");
    }

    private String label(State state) {
        return switch (state) {
            case APPLIED -> palette.good(state.label() + "    ");
            case UNAPPLIED -> palette.faint(state.label());
            case IN_DOUBT -> palette.danger(state.label() + "   ");
        };
    }

    private static String statements(long count) {
        return count + (count == 1 ? " statement" : " statements");
    }
}
