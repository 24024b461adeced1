package io.quarkiverse.dibs.report;

import java.util.Locale;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

/**
 * The events of a migration run as plain lines, for pipes and logs. Statements are shown when they have ended; an event that
 * says nothing new to people gives an empty text.
 */
public final class EventRenderer implements MigrationEvent.Visitor<String> {

    private final Palette palette;
    private final ProblemRenderer problems;

    public EventRenderer(Palette palette, boolean showDetail) {
        this.palette = palette;
        this.problems = new ProblemRenderer(palette, showDetail);
    }

    @Override
    public String visit(MigrationEvent.Waiting event) {
        return palette.altered("waiting") + " for the lock" + (event.holder().isEmpty() ? "" : ", held by " + event.holder())
                + " (" + TextRenderer.duration(event.waitedMillis()) + ")\n";
    }

    @Override
    public String visit(MigrationEvent.Started event) {
        return palette.heading(event.version() + " " + event.name())
                + palette.faint(" (" + event.number() + " of " + event.total()
                        + (event.transactional() ? "" : ", outside any transaction") + ")")
                + "\n";
    }

    @Override
    public String visit(MigrationEvent.Statement event) {
        if (!event.done()) {
            return "";
        }
        return "  " + palette.faint(firstLine(event.sql())) + "  " + TextRenderer.duration(event.durationMillis())
                + rows(event.rows().orElse(0)) + "\n";
    }

    private static String rows(long rows) {
        return rows == 0 ? "" : rows == 1 ? ", 1 row" : ", " + rows + " rows";
    }

    @Override
    public String visit(MigrationEvent.Progress event) {
        StringBuilder line = new StringBuilder("  ").append(event.label()).append(": ").append(event.done());
        if (event.total() > 0) {
            line.append(" of ").append(event.total()).append(" (").append(100 * event.done() / event.total()).append(" %)");
        }
        if (event.perSecond() > 0) {
            line.append(", ").append(Math.round(event.perSecond())).append(" rows/s");
        }
        event.remainingMillis().ifPresent(millis -> line.append(", ").append(TextRenderer.duration(millis)).append(" left"));
        return line.append('\n').toString();
    }

    @Override
    public String visit(MigrationEvent.Log event) {
        return "  " + palette.faint("[" + event.level().toLowerCase(Locale.ROOT) + "]") + " " + event.message()
                + "\n";
    }

    @Override
    public String visit(MigrationEvent.Finished event) {
        return "  " + palette.good("done") + " in " + TextRenderer.duration(event.durationMillis()) + "\n";
    }

    @Override
    public String visit(MigrationEvent.Failed event) {
        String word = event.problem().category() == Category.INTERRUPTED ? "cancelled" : "failed";
        return "  " + palette.danger(word) + stands(event) + "\n" + problems.render(event.problem(), event.sourceLines())
                + next(event.problem());
    }

    private static String stands(MigrationEvent.Failed event) {
        if (event.rolledBack()) {
            return ", rolled back: nothing of it stands";
        }
        if (event.standing().isEmpty()) {
            return "";
        }
        int standing = event.standing().getAsInt();
        return switch (standing) {
            case 0 -> ": none of its statements stands";
            case 1 -> ": its first statement stands and is recorded, the next run goes on after it";
            default -> ": its first " + standing + " statements stand and are recorded, the next run goes on after them";
        };
    }

    /** What to do when the code has to change; other problems have a remedy that says it. */
    private String next(Problem problem) {
        boolean inTheCode = problem.category() == Category.SQL
                && problem.location().filter(where -> where.contains(".java:")).isPresent();
        return inTheCode ? "  " + palette.faint("next:") + " correct " + problem.location().get() + ", then migrate again\n"
                : "";
    }

    @Override
    public String visit(MigrationEvent.Summary event) {
        StringBuilder out = new StringBuilder();
        event.warnings().forEach(warning -> out.append(palette.altered("warning: ")).append(warning).append('\n'));
        String applied = migrations(event.applied().size());
        out.append(switch (event.outcome()) {
            case DONE -> event.applied().isEmpty() ? palette.good("nothing to migrate")
                    : palette.good(applied + " applied") + " in " + TextRenderer.duration(event.durationMillis());
            case DRY_RUN -> migrations(event.tried().size()) + " tried and rolled back";
            case FAILED -> palette.danger("failed") + " after " + applied;
            case CANCELLED -> palette.danger("cancelled") + " after " + applied;
        });
        return out.append(event.pending().isEmpty() ? "" : ", " + event.pending().size() + " pending").append('\n').toString();
    }

    private static String migrations(int count) {
        return count + (count == 1 ? " migration" : " migrations");
    }

    static String firstLine(String sql) {
        String text = sql.strip();
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end).stripTrailing() + " ...";
        return line.length() <= 100 ? line : line.substring(0, 97) + "...";
    }
}
