package io.quarkiverse.dibs.report;

import java.util.List;

/** A diff for a pull request: a table of changes, the hazards apart, and the SQL folded away. */
public final class MarkdownRenderer {

    private MarkdownRenderer() {
    }

    public static String render(DiffReport diff) {
        StringBuilder out = new StringBuilder("### Schema changes\n\nFrom ").append(escaped(diff.from())).append(" to ")
                .append(escaped(diff.to())).append(".\n\n");
        if (diff.inSync()) {
            out.append("No changes.\n");
        } else {
            out.append("| | Object | Change |\n|---|---|---|\n");
            for (ChangeLine change : diff.changes()) {
                out.append("| `").append(change.sign().mark()).append("` | ").append(change.kind()).append(" `")
                        .append(inCode(change.name())).append("` | ").append(escaped(change.description())).append(" |\n");
            }
        }
        hazards(out, diff.steps());
        list(out, "Possible renames", diff.renameQuestions().stream()
                .map(question -> question.kind() + " `" + question.from() + "` to `" + question.to() + "`: `" + question.flag()
                        + "`")
                .toList());
        list(out, "Not managed, left alone", diff.unmanaged().stream().map(MarkdownRenderer::escaped).toList());
        list(out, "Not modelled", diff.unmodelled().stream().map(MarkdownRenderer::escaped).toList());
        list(out, "Warnings", diff.warnings().stream().map(MarkdownRenderer::escaped).toList());
        if (!diff.steps().isEmpty()) {
            out.append("\n<details><summary>SQL</summary>\n\n````sql\n").append(SqlRenderer.render(diff.steps()))
                    .append("````\n\n</details>\n");
        }
        return out.toString();
    }

    private static void hazards(StringBuilder out, List<StepLine> steps) {
        list(out, "Hazards", steps.stream().flatMap(step -> step.hazards().stream()).distinct()
                .map(hazard -> "**" + hazard.name() + "** " + escaped(SqlRenderer.describe(hazard)
                        .substring(hazard.name().length()).strip())
                        + (hazard.safeWay().isEmpty() ? "" : " (safe way: " + escaped(hazard.safeWay()) + ")"))
                .toList());
    }

    private static void list(StringBuilder out, String title, List<String> items) {
        if (!items.isEmpty()) {
            out.append("\n**").append(title).append("**\n\n");
            items.forEach(item -> out.append("- ").append(item).append('\n'));
        }
    }

    private static String inCode(String text) {
        return text.replace("|", "\\|").replace('`', '\'').replaceAll("\\R", " ");
    }

    private static String escaped(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}
