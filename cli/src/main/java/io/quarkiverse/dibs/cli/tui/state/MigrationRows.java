package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.report.TextWidth;

/** The migrations as rows, in the order of their versions. */
final class MigrationRows {

    private static final int WIDEST_NAME = 40;

    private MigrationRows() {
    }

    static List<Row> of(Migrations migrations) {
        List<MigrationRow> all = migrations.status().migrations();
        int version = all.stream().mapToInt(row -> TextWidth.of(row.version())).max().orElse(0);
        int name = Math.min(WIDEST_NAME, all.stream().mapToInt(row -> TextWidth.of(row.name())).max().orElse(0));
        List<Row> rows = new ArrayList<>();
        for (MigrationRow row : all) {
            Styled text = Styled.of(Tone.FAINT, row.version()).padded(version + 2).plus(Styled.of(row.name()).padded(name + 2))
                    .plus(tone(row.state()), row.state().label()).plus(Tone.FAINT, took(row));
            rows.add(Row.leaf(row.version(), 0, text,
                    new MigrationItem(row, Optional.ofNullable(migrations.sources().get(row.version())))));
        }
        return rows;
    }

    private static String took(MigrationRow row) {
        return row.durationMillis().isPresent() ? "  " + TextRenderer.duration(row.durationMillis().getAsLong()) : "";
    }

    private static Tone tone(MigrationRow.State state) {
        return switch (state) {
            case APPLIED, BASELINE -> Tone.CREATED;
            case PENDING, OUT_OF_ORDER, CHANGED, FUTURE -> Tone.ALTERED;
            case MISSING, FAILED, IN_DOUBT -> Tone.DANGER;
        };
    }

    /** One migration with its source. */
    record MigrationItem(MigrationRow row, Optional<Migrations.Source> source) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            lines.add(Styled.of(Tone.HEADING, row.version() + " " + row.name()).plus("  ")
                    .plus(tone(row.state()), row.state().label()));
            row.when().ifPresent(when -> lines.add(Styled.of(Tone.FAINT, "at " + TextRenderer.time(when)
                    + row.byWhom().map(user -> " by " + user).orElse("")
                    + row.dibsVersion().map(version -> " with dibs " + version).orElse("") + took(row))));
            if (!row.note().isEmpty()) {
                lines.addAll(Styled.lines(Tone.ALTERED, row.note()));
            }
            lines.add(Styled.EMPTY);
            if (source.isEmpty()) {
                lines.add(Styled.of(Tone.FAINT, "its source is not in this workspace"));
            }
            source.ifPresent(file -> lines.addAll(Styled.lines(Tone.PLAIN, file.text())));
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return source.map(file -> new Place(file.file(), firstLine(file.text())));
        }

        /** That of the method, which is what one wants to read. */
        private static int firstLine(String text) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(" migrate(")) {
                    return i + 1;
                }
            }
            return 1;
        }
    }
}
