package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.state.Effect.Wish;
import io.quarkiverse.dibs.cli.tui.text.SqlLines;
import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.SuggestedName;

/**
 * A migration before it is written: its name, what the user agrees to, and what it would do.
 *
 * @param asked what the preview is of
 * @param problem why it could not be written
 */
record GenerateDialog(TextInput name, TextInput consent, Field field, Wish asked, Loaded<GenerateReport> preview,
        boolean writing, Optional<Problem> problem, int top) implements Dialog {

    private static final String FLAG = "--allow ";
    private static final String ALL_WOULD_DELETE = "DIBS-0505";
    private static final int LABEL = 9;

    /** What the keys go to. */
    enum Field {
        PREVIEW,
        NAME,
        CONSENT
    }

    static Next open(TuiState state, DiffReport diff) {
        String name = SuggestedName.of(diff.changes());
        Wish wish = new Wish(name, List.of(), state.renames().agreed());
        return Next.of(state.with(new GenerateDialog(TextInput.of(name), TextInput.of(""), Field.PREVIEW, wish,
                Loaded.<GenerateReport> nothing().again(), false, Optional.empty(), 0)), new Effect.Preview(wish));
    }

    GenerateDialog previewed(Wish wish, GenerateReport report) {
        return wish.equals(asked) ? showing(Loaded.of(report)) : this;
    }

    GenerateDialog failed(Wish wish, Problem why) {
        return wish.equals(asked) ? showing(Loaded.<GenerateReport> nothing().failed(why)) : this;
    }

    GenerateDialog notWritten(Problem why) {
        return new GenerateDialog(name, consent, field, asked, preview, false, Optional.of(why), 0);
    }

    private GenerateDialog showing(Loaded<GenerateReport> loaded) {
        return new GenerateDialog(name, consent, field, asked, loaded, writing, problem, 0);
    }

    private GenerateDialog with(Field other) {
        return new GenerateDialog(name, consent, other, asked, preview, writing, problem, top);
    }

    /** Whether something needs the user's consent by name. */
    private boolean asksForConsent() {
        return !asked.allow().isEmpty() || preview.value().filter(report -> !report.withheld().isEmpty()).isPresent()
                || preview.problem().filter(why -> why.code().equals(ALL_WOULD_DELETE)).isPresent();
    }

    @Override
    public Next pressed(TuiState state, Key key) {
        if (key.isControl('c')) {
            return state.interrupted();
        }
        if (writing) {
            return Next.of(state);
        }
        return switch (key.name()) {
            case ESCAPE -> Next.of(field == Field.PREVIEW ? state.withoutDialog() : state.with(with(Field.PREVIEW)));
            case TAB -> Next.of(state.with(with(next(1))));
            case BACK_TAB -> Next.of(state.with(with(next(-1))));
            case ENTER -> field == Field.CONSENT ? agree(state) : write(state);
            case CHARACTER, CONTROL, BACKSPACE, DELETE, UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN,
                    OTHER ->
                field == Field.PREVIEW ? inPreview(state, key) : Next.of(state.with(typed(key)));
        };
    }

    private Next inPreview(TuiState state, Key key) {
        if (key.is('q')) {
            return Next.of(state.withoutDialog());
        }
        if (key.is('g')) {
            // the second one of "gg", whose first opened this
            return Next.of(Moving.move(state.withoutDialog(), Key.of(Key.Name.HOME)));
        }
        Content content = content(state.size());
        int line = Moving.scrolled(top, key, content.scrolled().size(),
                DialogText.height(state.size(), content.fixed().size()));
        return Next.of(state.with(new GenerateDialog(name, consent, field, asked, preview, writing, problem, line)));
    }

    private Dialog typed(Key key) {
        return field == Field.NAME
                ? new GenerateDialog(name.pressed(key), consent, field, asked, preview, writing, Optional.empty(), top)
                : new GenerateDialog(name, consent.pressed(key), field, asked, preview, writing, Optional.empty(), top);
    }

    private Field next(int by) {
        List<Field> fields = asksForConsent() ? List.of(Field.values()) : List.of(Field.PREVIEW, Field.NAME);
        return fields.get(Math.floorMod(fields.indexOf(field) + by, fields.size()));
    }

    /** What the user agrees to changes what is generated. */
    private Next agree(TuiState state) {
        List<String> allow = allowed();
        if (allow.equals(asked.allow())) {
            return Next.of(state.with(with(Field.PREVIEW)));
        }
        Wish wish = new Wish(name.text(), allow, asked.renames());
        return Next.of(state.with(new GenerateDialog(name, consent, Field.PREVIEW, wish, preview.again(), false,
                Optional.empty(), 0)), new Effect.Preview(wish));
    }

    private List<String> allowed() {
        String text = consent.text().strip();
        return Arrays.stream((text.startsWith(FLAG) ? text.substring(FLAG.length()) : text).split("[,\\s]+"))
                .filter(hazard -> !hazard.isEmpty()).toList();
    }

    private Next write(TuiState state) {
        if (preview.loading() || preview.value().isEmpty()) {
            return Next.of(state);
        }
        Wish wish = new Wish(name.text(), asked.allow(), asked.renames());
        return Next.of(state.with(new GenerateDialog(name, consent, field, asked, preview, true, Optional.empty(), top)),
                new Effect.Write(wish));
    }

    @Override
    public Content content(Size size) {
        List<Styled> fixed = new ArrayList<>();
        fixed.add(field("name", name, Field.NAME));
        if (asksForConsent()) {
            fixed.add(field("--allow", consent, Field.CONSENT));
        }
        fixed.add(Styled.of(Tone.FAINT, state()));
        List<Styled> lines = new ArrayList<>();
        problem.ifPresent(why -> lines.addAll(ProblemText.of(why)));
        preview.problem().ifPresent(why -> lines.addAll(ProblemText.of(why)));
        preview.value().ifPresent(report -> addPreview(lines, report));
        Content content = Content.of("Generate a migration", fixed, DialogText.wrapped(lines, size), top, hints());
        return switch (field) {
            case PREVIEW -> content;
            case NAME -> content.withCursor(0, column(name));
            case CONSENT -> content.withCursor(1, column(consent));
        };
    }

    private static int column(TextInput input) {
        return LABEL + Styled.of(input.text().substring(0, input.cursor())).width();
    }

    private Styled field(String label, TextInput input, Field which) {
        return Styled.of(which == field ? Tone.KEY : Tone.FAINT, label).padded(LABEL).plus(input.text());
    }

    private String state() {
        if (writing) {
            return "being written ...";
        }
        if (preview.loading()) {
            return "being looked at ...";
        }
        return preview.value().map(report -> SchemaRows.counted(report.migrations().size(), "file") + " in "
                + report.migrations().stream().map(GeneratedMigration::packageName).findFirst().orElse("")).orElse("");
    }

    private static void addPreview(List<Styled> lines, GenerateReport report) {
        for (String left : report.withheld()) {
            List<Styled> said = Styled.lines(Tone.PLAIN, left);
            lines.add(Styled.of(Tone.DANGER, "left out: ").plus(said.isEmpty() ? Styled.EMPTY : said.get(0)));
            said.stream().skip(1).forEach(lines::add);
        }
        for (GeneratedMigration migration : report.migrations()) {
            if (!lines.isEmpty()) {
                lines.add(Styled.EMPTY);
            }
            if (report.migrations().size() > 1) {
                lines.add(Styled.of(Tone.HEADING, migration.fileName()));
            }
            lines.addAll(SqlLines.of(migration.sql(), 0));
        }
    }

    private Hint[] hints() {
        List<Hint> hints = new ArrayList<>();
        if (field == Field.CONSENT) {
            hints.add(new Hint("Enter", "agree to what is named"));
        } else if (preview.value().isPresent() && !preview.loading()) {
            hints.add(new Hint("Enter", asksForConsent() && asked.allow().isEmpty() ? "write without it" : "write"));
        }
        hints.add(new Hint("Tab", field == Field.PREVIEW ? "edit the name" : "next field"));
        hints.add(new Hint("Esc", field == Field.PREVIEW ? "leave it" : "back"));
        return hints.toArray(Hint[]::new);
    }
}
