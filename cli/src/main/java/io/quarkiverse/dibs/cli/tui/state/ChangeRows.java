package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.quarkiverse.dibs.cli.tui.text.SqlLines;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.RenameLine;
import io.quarkiverse.dibs.report.ShownChanges;
import io.quarkiverse.dibs.report.Sign;
import io.quarkiverse.dibs.report.SqlRenderer;
import io.quarkiverse.dibs.report.StepLine;
import io.quarkiverse.dibs.report.TextWidth;

/** The difference as rows: questions about renames first, then the changes by table, then what is left alone. */
final class ChangeRows {

    private static final int WIDEST_NAME = 34;

    private ChangeRows() {
    }

    static List<Row> of(DiffReport diff, Renames renames, Openness open) {
        List<Row> rows = new ArrayList<>();
        for (RenameLine question : diff.renameQuestions()) {
            if (renames.isOpen(question)) {
                rows.add(Row.leaf("rename " + question.flag(), 0, Styled.of(Tone.DANGER, "? ").plus("is ")
                        .plus(Tone.HEADING, question.from()).plus(" renamed to ").plus(Tone.HEADING, question.to()).plus("?"),
                        new QuestionItem(question)));
            }
        }
        Map<String, List<ChangeLine>> groups = new TreeMap<>();
        ShownChanges.of(diff.changes())
                .forEach(change -> groups.computeIfAbsent(change.table(), table -> new ArrayList<>()).add(change));
        groups.forEach((table, changes) -> addGroup(rows, diff, table, changes, open));
        notes(rows, "not managed, left alone", diff.unmanaged(), open);
        notes(rows, "not modelled by dibs", diff.unmodelled(), open);
        notes(rows, "warnings", diff.warnings(), open);
        return rows;
    }

    private static void addGroup(List<Row> rows, DiffReport diff, String table, List<ChangeLine> changes, Openness open) {
        String id = "group " + table;
        boolean isOpen = open.isOpen(id, true);
        rows.add(Row.branch(id, isOpen, Styled.of(Tone.HEADING, table.isEmpty() ? "beside tables" : table).plus(Tone.FAINT,
                "  " + SchemaRows.counted(changes.size(), "change")), new GroupItem(table, changes, diff)));
        if (!isOpen) {
            return;
        }
        int widest = Math.min(WIDEST_NAME, changes.stream().mapToInt(change -> TextWidth.of(change.name())).max().orElse(0));
        for (ChangeLine change : changes) {
            Tone tone = tone(change.sign());
            Styled text = Styled.of(tone, change.sign().mark() + " ").plus(Styled.of(tone, change.name()).padded(widest))
                    .plus(Tone.FAINT, change.kind().equals("column") ? "  " : "  " + change.kind() + " ")
                    .plus(change.description()).plus(Tone.DANGER, marks(step(diff, change)));
            rows.add(Row.leaf(id + " " + change.sign() + " " + change.kind() + " " + change.name(), 1, text,
                    new ChangeItem(change, diff)));
        }
    }

    private static String marks(Optional<StepLine> step) {
        return step.filter(made -> made.hazards().stream().anyMatch(ChangeRows::needsConsent)).isPresent() ? " !" : "";
    }

    static boolean needsConsent(HazardLine line) {
        return Hazard.ofWrittenName(line.name()).filter(Hazard::needsConsent).isPresent();
    }

    private static Optional<StepLine> step(DiffReport diff, ChangeLine change) {
        return diff.steps().stream().filter(step -> step.number() == change.step()).findFirst();
    }

    private static void notes(List<Row> rows, String title, List<String> texts, Openness open) {
        if (texts.isEmpty()) {
            return;
        }
        String id = "notes " + title;
        boolean isOpen = open.isOpen(id, false);
        rows.add(Row.branch(id, isOpen, Styled.of(title).plus(Tone.FAINT, "  " + texts.size()), new NoteItem(title, texts)));
        if (isOpen) {
            texts.forEach(text -> rows.add(Row.leaf(id + " " + text, 1, Styled.of(text), new NoteItem(title, List.of(text)))));
        }
    }

    private static Tone tone(Sign sign) {
        return switch (sign) {
            case CREATED -> Tone.CREATED;
            case DROPPED -> Tone.DROPPED;
            case ALTERED -> Tone.ALTERED;
        };
    }

    private static Styled line(ChangeLine change) {
        return Styled.of(tone(change.sign()), change.sign().mark() + " " + change.name())
                .plus(Tone.FAINT, change.kind().equals("column") ? " " : " " + change.kind() + " ").plus(change.description());
    }

    private static void addStep(List<Styled> lines, StepLine step, int steps) {
        lines.add(Styled.of(Tone.HEADING, "step " + step.number() + " of " + steps).plus(Tone.FAINT, segment(step.segment())));
        step.statements().forEach(sql -> lines.addAll(SqlLines.of(SqlRenderer.terminated(sql), 2)));
        List<String> reasons = step.reasons().isEmpty() ? List.of("it waits for no other step") : step.reasons();
        reasons.forEach(reason -> lines.add(Styled.of(Tone.FAINT, "  why here: ").plus(reason)));
        for (HazardLine hazard : step.hazards()) {
            lines.add(Styled.of(Tone.DANGER, "  ! ").plus(SqlRenderer.describe(hazard)));
            if (!hazard.safeWay().isEmpty()) {
                lines.add(Styled.of(Tone.FAINT, "    safe way: ").plus(hazard.safeWay()));
            }
        }
    }

    private static String segment(Segment segment) {
        return switch (segment) {
            case TRANSACTION -> "";
            case NO_TRANSACTION -> ", outside any transaction";
            case COMMIT_AFTER -> ", committed before the next step";
        };
    }

    private static Optional<Place> place(ChangeLine change) {
        return change.source().filter(location -> location.line() > 0)
                .map(location -> new Place(location.file(), location.line()));
    }

    /** One change. */
    record ChangeItem(ChangeLine change, DiffReport diff) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            lines.add(line(change));
            change.source().ifPresent(source -> lines.add(Styled.of(Tone.FAINT, "declared at ").plus(source.display())));
            lines.add(Styled.EMPTY);
            Optional<StepLine> made = step(diff, change);
            made.ifPresent(step -> addStep(lines, step, diff.steps().size()));
            change.hazards().stream().filter(hazard -> made.isEmpty() || !made.get().hazards().contains(hazard))
                    .forEach(hazard -> lines.add(Styled.of(Tone.DANGER, "! ").plus(SqlRenderer.describe(hazard))));
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return ChangeRows.place(change);
        }
    }

    /** All changes of a table. */
    record GroupItem(String table, List<ChangeLine> changes, DiffReport diff) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>();
            changes.forEach(change -> lines.add(line(change)));
            List<Integer> numbers = changes.stream().map(ChangeLine::step).distinct().sorted().toList();
            for (StepLine step : diff.steps()) {
                if (numbers.contains(step.number())) {
                    lines.add(Styled.EMPTY);
                    addStep(lines, step, diff.steps().size());
                }
            }
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return changes.stream().flatMap(change -> ChangeRows.place(change).stream()).findFirst();
        }
    }

    /** A likely rename. */
    record QuestionItem(RenameLine question) implements Item {
        @Override
        public List<Styled> detail() {
            return List.of(Styled.of(Tone.HEADING, "is this a rename?"), Styled.EMPTY,
                    Styled.of("The " + question.kind() + " " + question.from() + " goes and " + question.to()
                            + " comes. If that is one and the same, its values stay; if not, they are lost."),
                    Styled.EMPTY, Styled.of(Tone.KEY, "Enter").plus(" asks you. The command line says ")
                            .plus(Tone.HEADING, question.flag()).plus("; an entity says @RenamedFrom."));
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }
    }

    /** What is only told. */
    record NoteItem(String title, List<String> texts) implements Item {
        @Override
        public List<Styled> detail() {
            List<Styled> lines = new ArrayList<>(List.of(Styled.of(Tone.HEADING, title), Styled.EMPTY));
            texts.forEach(text -> lines.addAll(Styled.lines(Tone.PLAIN, text)));
            return lines;
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }
    }
}
