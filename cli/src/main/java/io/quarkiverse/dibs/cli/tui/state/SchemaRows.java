package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.SourceLocation;
import io.quarkiverse.dibs.report.TextWidth;

/** The schema as rows: types, then tables with their columns and what else belongs to them. */
final class SchemaRows {

    private static final int WIDEST_NAME = 28;

    private SchemaRows() {
    }

    static List<Row> of(SchemaReport schema, Openness open) {
        List<Row> rows = new ArrayList<>();
        for (SchemaReport.Type type : schema.types()) {
            rows.add(Row.leaf("type " + type.schema() + "." + type.name(), 0,
                    Styled.of(Tone.HEADING, type.name()).plus(Tone.FAINT, "  " + type.definition()), new TypeItem(type)));
        }
        for (SchemaReport.Table table : schema.tables()) {
            String id = "table " + table.schema() + "." + table.name();
            boolean isOpen = open.isOpen(id, false);
            rows.add(Row.branch(id, isOpen, Styled.of(Tone.HEADING, table.display()).plus(Tone.FAINT,
                    "  " + counted(table.columns().size(), "column")), new TableItem(table)));
            if (isOpen) {
                addParts(rows, id, table);
            }
        }
        return rows;
    }

    private static void addParts(List<Row> rows, String id, SchemaReport.Table table) {
        int widest = Math.min(WIDEST_NAME,
                table.columns().stream().mapToInt(column -> TextWidth.of(column.name())).max().orElse(0));
        for (SchemaReport.Column column : table.columns()) {
            rows.add(Row.leaf(id + "." + column.name(), 1, Styled.of(column.name()).padded(widest)
                    .plus("  " + column.type()).plus(Tone.FAINT, properties(column)), new ColumnItem(table, column)));
        }
        for (SchemaReport.Part part : table.parts()) {
            rows.add(Row.leaf(id + " " + part.kind() + " " + part.name(), 1, Styled.of(Tone.FAINT, part.kind() + " ")
                    .plus(part.name()).plus(Tone.FAINT, " " + part.definition()), new PartItem(table, part)));
        }
    }

    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String properties(SchemaReport.Column column) {
        return column.properties().isEmpty() ? "" : " " + String.join(", ", column.properties());
    }

    private static Optional<Place> place(Optional<SourceLocation> source) {
        return source.filter(location -> location.line() > 0).map(location -> new Place(location.file(), location.line()));
    }

    /** A type of the schema's own. */
    record TypeItem(SchemaReport.Type type) implements Item {
        @Override
        public List<Styled> detail() {
            return List.of(Styled.of(Tone.HEADING, type.name()), Styled.EMPTY, Styled.of(type.definition()));
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }
    }

    /** A table. */
    record TableItem(SchemaReport.Table table) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            lines.add(Styled.of(Tone.HEADING, table.display()));
            table.documentation().ifPresent(text -> lines.addAll(Styled.lines(Tone.PLAIN, text)));
            table.source().ifPresent(source -> lines.add(Styled.of(Tone.FAINT, "declared at ").plus(source.display())));
            table.provenance().forEach(text -> lines.add(Styled.of(Tone.FAINT, text)));
            lines.add(Styled.EMPTY);
            for (SchemaReport.Column column : table.columns()) {
                lines.add(Styled.of("  " + column.name()).plus(" " + column.type()).plus(Tone.FAINT, properties(column)));
            }
            for (SchemaReport.Part part : table.parts()) {
                lines.add(Styled.of(Tone.FAINT, "  " + part.kind() + " ").plus(part.name() + " " + part.definition()));
            }
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return SchemaRows.place(table.source());
        }
    }

    /** A column of a table. */
    record ColumnItem(SchemaReport.Table table, SchemaReport.Column column) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            lines.add(Styled.of(Tone.HEADING, table.display() + "." + column.name()).plus("  " + column.type())
                    .plus(Tone.FAINT, properties(column)));
            column.documentation().ifPresent(text -> lines.addAll(Styled.lines(Tone.PLAIN, text)));
            lines.add(Styled.EMPTY);
            column.source().ifPresent(source -> lines.add(Styled.of(Tone.FAINT, "declared at ").plus(source.display())
                    .plus(Tone.FAINT, column.javaType().map(type -> " as " + type + " " + source.member()).orElse(""))));
            column.provenance().forEach(text -> lines.add(Styled.of(text)));
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return SchemaRows.place(column.source().or(table::source));
        }
    }

    /** A constraint, an index or a trigger of a table. */
    record PartItem(SchemaReport.Table table, SchemaReport.Part part) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            lines.add(Styled.of(Tone.HEADING, part.name()).plus(Tone.FAINT, "  " + part.kind() + " of " + table.display()));
            lines.add(Styled.EMPTY);
            lines.addAll(Styled.lines(Tone.PLAIN, part.definition()));
            part.provenance().forEach(text -> lines.add(Styled.of(Tone.FAINT, text)));
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return SchemaRows.place(table.source());
        }
    }
}
