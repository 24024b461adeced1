package io.quarkiverse.dibs.report;

import java.util.List;

import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.sql.DdlWriter;

/** Steps as a script that {@code psql -f} runs as it is. Everything that is not SQL stands in comments. */
public final class SqlRenderer {

    private SqlRenderer() {
    }

    /** The script, or an empty text when there is nothing to run. */
    public static String render(List<StepLine> steps) {
        StringBuilder out = new StringBuilder();
        boolean open = false;
        boolean unchecked = false;
        for (StepLine step : steps) {
            boolean wantsTransaction = step.segment() != Segment.NO_TRANSACTION;
            if (open && !wantsTransaction) {
                out.append("COMMIT;\n");
                open = false;
            }
            if (!open) {
                out.append(out.length() == 0 ? "" : "\n");
                unchecked = false;
                if (wantsTransaction) {
                    out.append("BEGIN;\n");
                    open = true;
                }
            }
            for (HazardLine hazard : step.hazards()) {
                out.append("-- ").append(onOneLine(describe(hazard))).append('\n');
            }
            for (String sql : step.statements()) {
                boolean setting = sql.equals(DdlWriter.UNCHECKED_BODIES);
                if (!setting || !unchecked) {
                    out.append(terminated(sql)).append('\n');
                }
                unchecked |= setting;
            }
            if (step.segment() == Segment.COMMIT_AFTER) {
                out.append("COMMIT;\n");
                open = false;
            }
        }
        return out.append(open ? "COMMIT;\n" : "").toString();
    }

    /** {@code deletes-data on users (access exclusive): reason}. */
    public static String describe(HazardLine hazard) {
        return hazard.name() + (hazard.relation().isEmpty() ? "" : " on " + hazard.relation())
                + (hazard.lock().isEmpty() ? "" : " (" + hazard.lock() + ")")
                + (hazard.reason().isEmpty() ? "" : ": " + hazard.reason());
    }

    /** The statement with exactly one semicolon at its end, on a line of its own where a comment would swallow it. */
    public static String terminated(String sql) {
        String text = sql.stripTrailing();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        String lastLine = text.substring(text.lastIndexOf('\n') + 1);
        return text + (lastLine.contains("--") ? "\n;" : ";");
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
