package io.quarkiverse.dibs.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.plan.Segment;

/**
 * Reports for people: grouped by table, in columns, in colours where the palette has them. Every text ends with a line break.
 */
public final class TextRenderer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC);

    private final Palette palette;
    private final SourceLinks links;

    public TextRenderer(Palette palette) {
        this(palette, SourceLinks.NONE);
    }

    public TextRenderer(Palette palette, SourceLinks links) {
        this.palette = palette;
        this.links = links;
    }

    public String render(DiffReport diff) {
        StringBuilder out = new StringBuilder();
        if (diff.inSync()) {
            out.append(palette.good("in sync")).append(palette.faint(": " + diff.from() + " is what " + diff.to() + " says"))
                    .append('\n');
        } else {
            out.append(palette.faint("from " + diff.from() + " to " + diff.to())).append("\n\n");
            changes(out, diff.changes());
            out.append('\n').append(ShownChanges.count(diff.changes())).append('\n');
        }
        stepHazards(out, diff.steps());
        notes(out, diff);
        return out.toString();
    }

    public String render(CheckReport check) {
        StringBuilder out = new StringBuilder();
        if (check.inSync()) {
            out.append(palette.good("in sync")).append(palette.faint(": " + check.diff().from())).append('\n');
            notes(out, check.diff());
            return out.toString();
        }
        if (!check.pending().isEmpty()) {
            out.append(palette.heading("pending migrations")).append('\n');
            check.pending().forEach(row -> out.append("  ").append(row.version()).append(' ').append(row.name()).append('\n'));
            out.append(check.diff().inSync() ? "" : "\n");
        }
        if (!check.diff().inSync()) {
            changes(out, check.diff().changes());
        }
        notes(out, check.diff());
        return out.append('\n').append(palette.danger("not in sync")).append(": ")
                .append(check.diff().inSync() ? "" : ShownChanges.count(check.diff().changes()) + ", ")
                .append(check.pending().size()).append(" pending").append('\n').toString();
    }

    public String render(PlanReport plan) {
        StringBuilder out = new StringBuilder(palette.faint("from " + plan.from() + " to " + plan.to())).append('\n');
        for (StepLine step : plan.steps()) {
            out.append('\n').append(palette.heading("step " + step.number())).append(palette.faint(segment(step.segment())))
                    .append('\n');
            step.statements().forEach(sql -> out.append(SqlRenderer.terminated(sql).indent(2)));
            step.reasons().forEach(reason -> out.append("  ").append(palette.faint("because " + reason)).append('\n'));
            hazards(out, step.hazards());
        }
        warnings(out, plan.warnings());
        return out.toString();
    }

    public String render(StatusReport status) {
        StringBuilder out = new StringBuilder(palette.faint(status.database())).append('\n');
        if (status.migrations().isEmpty()) {
            return out.append("there are no migrations yet\n").toString();
        }
        Rows rows = new Rows();
        for (MigrationRow row : status.migrations()) {
            rows.add("  ", row.version(), row.name(), palette.of(row.state(), row.state().label()),
                    row.when().map(TextRenderer::time).orElse(""),
                    row.durationMillis().isPresent() ? duration(row.durationMillis().getAsLong()) : "",
                    row.byWhom().map(user -> "by " + user).orElse(""),
                    row.dibsVersion().map(version -> "dibs " + version).orElse(""),
                    row.note().strip().replaceAll("\\s*\\R\\s*", " "));
        }
        rows.printTo(out);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (MigrationRow.State state : MigrationRow.State.values()) {
            long count = status.migrations().stream().filter(row -> row.state() == state).count();
            if (count > 0) {
                counts.put(state.label(), count);
            }
        }
        StringBuilder sum = new StringBuilder();
        counts.forEach((label, count) -> sum.append(sum.length() == 0 ? "" : ", ").append(count).append(' ').append(label));
        return out.append(sum).append('\n').toString();
    }

    public String render(GenerateReport generated) {
        StringBuilder out = new StringBuilder();
        if (generated.migrations().isEmpty()) {
            out.append("nothing to generate\n");
        }
        generated.migrations().forEach(migration -> out.append(palette.created("+ ")).append(migration.path()).append('\n'));
        if (!generated.withheld().isEmpty()) {
            out.append('\n').append(palette.danger("left out")).append('\n');
            generated.withheld().forEach(text -> out.append("  ").append(text).append('\n'));
        }
        notes(out, generated.diff());
        return out.toString();
    }

    /**
     * @param plain names and types only, without documentation and source
     */
    public String render(SchemaReport schema, boolean plain) {
        if (schema.isOneColumn() && !plain) {
            return column(schema);
        }
        StringBuilder out = new StringBuilder();
        for (SchemaReport.Type type : schema.types()) {
            out.append(palette.heading(type.name())).append(' ').append(type.definition()).append('\n');
        }
        for (SchemaReport.Table table : schema.tables()) {
            out.append(out.length() == 0 ? "" : "\n").append(palette.heading(table.display()));
            if (!plain) {
                table.source().ifPresent(source -> out.append("  ").append(place(source)));
                table.documentation().ifPresent(text -> out.append('\n').append(palette.faint(text.indent(2).stripTrailing())));
                table.provenance().forEach(text -> out.append("\n  ").append(palette.faint(text)));
            }
            out.append('\n');
            Rows rows = new Rows();
            for (SchemaReport.Column column : table.columns()) {
                rows.add("  ", column.name(), column.type(), String.join(", ", column.properties()),
                        plain ? "" : palette.faint(firstLine(column.documentation().orElse(""))),
                        plain ? "" : column.source().map(this::place).orElse(""));
            }
            rows.printTo(out);
            table.parts().forEach(part -> out.append("  ").append(palette.faint(part.kind())).append(' ')
                    .append(part.name()).append(' ').append(part.definition()).append('\n'));
        }
        warnings(out, schema.warnings());
        return out.toString();
    }

    /** All that is known of one column. */
    private String column(SchemaReport schema) {
        SchemaReport.Table table = schema.tables().get(0);
        SchemaReport.Column column = table.columns().get(0);
        StringBuilder out = new StringBuilder(palette.heading(table.display() + "." + column.name())).append("  ")
                .append(column.type());
        column.properties().forEach(property -> out.append(", ").append(property));
        out.append('\n');
        column.documentation().ifPresent(text -> out.append(palette.faint(text.indent(2))));
        column.source().ifPresent(source -> out.append("  declared at ").append(links.linked(source, source.display()))
                .append(column.javaType().map(type -> palette.faint(" as " + type + " " + source.member())).orElse(""))
                .append('\n'));
        column.provenance().forEach(text -> out.append("  ").append(text).append('\n'));
        warnings(out, schema.warnings());
        return out.toString();
    }

    private String place(SourceLocation source) {
        return links.linked(source, palette.faint(source.shortDisplay()));
    }

    /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
    public static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        return millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }

    private void changes(StringBuilder out, List<ChangeLine> changes) {
        Map<String, Rows> groups = new TreeMap<>();
        for (ChangeLine change : ShownChanges.of(changes)) {
            boolean column = change.kind().equals("column");
            Rows rows = groups.computeIfAbsent(change.table(), table -> new Rows());
            rows.add("  " + palette.of(change.sign(), change.sign().mark()) + " ", palette.of(change.sign(), change.name()),
                    (column ? change.description() : palette.faint(change.kind()) + " " + change.description()).strip(),
                    change.source().map(this::place).orElse(""));
        }
        groups.forEach((table, rows) -> {
            if (!table.isEmpty()) {
                out.append(palette.heading(table)).append('\n');
            }
            rows.printTo(out);
        });
    }

    private void stepHazards(StringBuilder out, List<StepLine> steps) {
        List<HazardLine> hazards = steps.stream().flatMap(step -> step.hazards().stream()).distinct().toList();
        if (!hazards.isEmpty()) {
            out.append('\n').append(palette.danger("hazards")).append('\n');
            hazards(out, hazards);
        }
    }

    /** Neighbours with the same safe way share its line. */
    private void hazards(StringBuilder out, List<HazardLine> hazards) {
        for (int i = 0; i < hazards.size(); i++) {
            HazardLine hazard = hazards.get(i);
            out.append("  ").append(palette.danger("! ")).append(SqlRenderer.describe(hazard)).append('\n');
            boolean shared = i + 1 < hazards.size() && hazards.get(i + 1).safeWay().equals(hazard.safeWay());
            if (!hazard.safeWay().isEmpty() && !shared) {
                out.append("    ").append(palette.faint("safe way: " + hazard.safeWay())).append('\n');
            }
        }
    }

    private void notes(StringBuilder out, DiffReport diff) {
        if (!diff.renameQuestions().isEmpty()) {
            out.append('\n').append(palette.heading("is this a rename?")).append('\n');
            diff.renameQuestions().forEach(question -> out.append("  ").append(question.kind()).append(' ')
                    .append(question.from()).append(" to ").append(question.to()).append(": ")
                    .append(palette.heading(question.flag())).append('\n'));
        }
        list(out, "not managed, left alone", diff.unmanaged());
        list(out, "not modelled by dibs", diff.unmodelled());
        warnings(out, diff.warnings());
    }

    private void list(StringBuilder out, String title, List<String> items) {
        if (!items.isEmpty()) {
            out.append('\n').append(palette.heading(title)).append('\n');
            items.forEach(item -> out.append("  ").append(item).append('\n'));
        }
    }

    private void warnings(StringBuilder out, List<String> warnings) {
        warnings.forEach(warning -> out.append(palette.altered("warning: ")).append(warning).append('\n'));
    }

    private static String segment(Segment segment) {
        return switch (segment) {
            case TRANSACTION -> "";
            case NO_TRANSACTION -> "  outside any transaction";
            case COMMIT_AFTER -> "  committed before the next step";
        };
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
