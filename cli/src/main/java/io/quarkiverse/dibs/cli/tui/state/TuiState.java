package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.SchemaReport;

/**
 * All that a screen is drawn from. Immutable; an {@link Event} makes the next one. Knows no terminal and no clock.
 *
 * @param panes one for each tab
 * @param underWay what is being done in the background, or empty
 * @param ticks how many moments have passed while something was under way
 * @param waitsForG whether a second {@code g} goes to the top
 * @param quitting whether to end as soon as the run has
 */
public record TuiState(Size size, Tab tab, List<Pane> panes, Loaded<SchemaReport> schema, Loaded<DiffReport> diff,
        Loaded<Migrations> migrations, Renames renames, Optional<Dialog> dialog, Notice notice, String underWay, int ticks,
        boolean waitsForG, boolean quitting) {

    public TuiState {
        Objects.requireNonNull(size);
        Objects.requireNonNull(tab);
        panes = List.copyOf(panes);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(diff);
        Objects.requireNonNull(migrations);
        Objects.requireNonNull(renames);
        Objects.requireNonNull(dialog);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(underWay);
    }

    /** Before anything is known. */
    public static TuiState begin(Size size) {
        return new TuiState(size, Tab.CHANGES, List.of(Pane.FRESH, Pane.FRESH, Pane.FRESH), Loaded.nothing(),
                Loaded.nothing(), Loaded.nothing(), Renames.NONE, Optional.empty(), Notice.NONE, "", 0, false, false);
    }

    /** Everything is to be looked at anew. */
    public Next fetch() {
        return Next.of(new TuiState(size, tab, panes, schema.again(), diff.again(), migrations.again(), renames, dialog, notice,
                underWay, ticks, false, quitting), new Effect.Fetch(renames.agreed()));
    }

    public Pane pane() {
        return pane(tab);
    }

    public Pane pane(Tab of) {
        return panes.get(of.ordinal());
    }

    /** The rows of the tab that is shown. */
    public List<Row> rows() {
        return Rows.of(this, tab);
    }

    /** The row under the cursor. */
    public Optional<Row> selectedRow() {
        return selectedRow(tab);
    }

    Optional<Row> selectedRow(Tab of) {
        List<Row> rows = Rows.of(this, of);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(Math.min(pane(of).selected(), rows.size() - 1)));
    }

    /** Why there is nothing to show on the tab. */
    public Optional<Problem> problem() {
        return switch (tab) {
            case SCHEMA -> schema.problem();
            case CHANGES -> diff.problem();
            case MIGRATIONS -> migrations.problem();
        };
    }

    public boolean isBusy() {
        return !underWay.isEmpty();
    }

    TuiState with(Size newSize) {
        return new TuiState(newSize, tab, panes, schema, diff, migrations, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState with(Tab newTab) {
        return new TuiState(size, newTab, panes, schema, diff, migrations, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState with(Pane pane) {
        return with(tab, pane);
    }

    TuiState with(Tab of, Pane pane) {
        List<Pane> others = new ArrayList<>(panes);
        others.set(of.ordinal(), pane);
        return new TuiState(size, tab, others, schema, diff, migrations, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState withSchema(Loaded<SchemaReport> loaded) {
        return new TuiState(size, tab, panes, loaded, diff, migrations, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState withDiff(Loaded<DiffReport> loaded) {
        return new TuiState(size, tab, panes, schema, loaded, migrations, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState withMigrations(Loaded<Migrations> loaded) {
        return new TuiState(size, tab, panes, schema, diff, loaded, renames, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState with(Renames answered) {
        return new TuiState(size, tab, panes, schema, diff, migrations, answered, dialog, notice, underWay, ticks, waitsForG,
                quitting);
    }

    TuiState with(Dialog opened) {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, Optional.of(opened), notice, underWay, ticks,
                false, quitting);
    }

    TuiState withoutDialog() {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, Optional.empty(), notice, underWay, ticks,
                waitsForG, quitting);
    }

    /** To be said; a key pressed before it is forgotten. */
    TuiState with(Notice said) {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, dialog, said, underWay, ticks, false,
                quitting);
    }

    TuiState waitingForG() {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, dialog, notice, underWay, ticks, true,
                quitting);
    }

    TuiState underWay(String what) {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, dialog, notice, what, ticks, waitsForG,
                quitting);
    }

    TuiState ticked() {
        return new TuiState(size, tab, panes, schema, diff, migrations, renames, dialog, notice, underWay, ticks + 1, waitsForG,
                quitting);
    }

    /** Of two states with other rows: the later one, with the cursor on the row it was on, where that is still there. */
    TuiState keepingSelection(Tab of, TuiState later) {
        Optional<String> id = selectedRow(of).map(Row::id);
        List<Row> rows = Rows.of(later, of);
        int at = pane(of).selected();
        for (int i = 0; i < rows.size(); i++) {
            if (id.isPresent() && rows.get(i).id().equals(id.get())) {
                at = i;
            }
        }
        return later.with(of, pane(of).select(Math.max(0, Math.min(at, rows.size() - 1))));
    }

    Next written(List<String> files, List<String> withheld) {
        String text = "written: " + String.join(", ", files.stream().map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList()) + (withheld.isEmpty() ? "" : "; left out: " + String.join("; ", withheld));
        Next next = withoutDialog().with(Tab.MIGRATIONS).fetch();
        return new Next(next.state().with(new Notice(withheld.isEmpty() ? Tone.GOOD : Tone.ALTERED, text + "; m migrates")),
                next.effects());
    }

    Next runEnded(Optional<Problem> problem) {
        TuiState ended = dialog.filter(RunDialog.class::isInstance).map(RunDialog.class::cast)
                .map(run -> with(run.ended(problem))).orElse(this);
        return quitting ? Next.of(ended, new Effect.Quit(Category.INTERRUPTED.exitStatus())) : ended.fetch();
    }

    Next interrupted() {
        boolean running = dialog.filter(RunDialog.class::isInstance).filter(run -> !((RunDialog) run).hasEnded()).isPresent();
        TuiState ending = new TuiState(size, tab, panes, schema, diff, migrations, renames, dialog, notice, underWay, ticks,
                waitsForG, true);
        return running ? Next.of(ending, new Effect.Cancel())
                : Next.of(ending, new Effect.Quit(Category.INTERRUPTED.exitStatus()));
    }
}
