package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.cli.tui.text.Wrapping;

/** All keys. */
record HelpDialog(int top) implements Dialog {

    private static final int WIDEST_KEY = 22;
    private static final List<Hint> KEYS = List.of(
            new Hint("1 2 3", "Schema, Changes, Migrations"),
            new Hint("j k, arrows", "down, up"),
            new Hint("gg G, Home End",
                    "to the top, to the end (on 2 Changes the first g opens the dialog, the second closes it)"),
            new Hint("^D ^U, PgDn PgUp", "half a page, a page"),
            new Hint("l h, right left", "open a table or go into the detail; close it or go back"),
            new Hint("Tab", "from the list to the detail and back"),
            new Hint("Enter", "open or close a table, go into the detail, answer a question"),
            new Hint("d", "the detail in all the room, and back"),
            new Hint("/", "only the rows that hold a text; Esc shows all again"),
            new Hint("o", "open the source in $VISUAL or $EDITOR, at the line"),
            new Hint("g", "on 2 Changes: generate a migration, with a name to edit and a preview of its SQL"),
            new Hint("m", "run the pending migrations"),
            new Hint("r", "look at everything anew; build the db module if its sources have changed"),
            new Hint("q, ^C", "end; ^C while migrations run rolls the running one back"));

    @Override
    public Next pressed(TuiState state, Key key) {
        if (key.is(Key.Name.ESCAPE) || key.is('q') || key.is('?') || key.is(Key.Name.ENTER)) {
            return Next.of(state.withoutDialog());
        }
        if (key.isControl('c')) {
            return state.interrupted();
        }
        int lines = content(state.size()).scrolled().size();
        return Next.of(state.with(new HelpDialog(
                Moving.scrolled(top, key, lines, Layout.dialog(state.size()).innerHeight() - 1))));
    }

    @Override
    public Content content(Size size) {
        List<Styled> lines = new ArrayList<>();
        for (Hint hint : KEYS) {
            Styled key = Styled.of(Tone.KEY, hint.key());
            for (Styled line : Wrapping.wrap(List.of(Styled.of(hint.does())), DialogText.width(size) - WIDEST_KEY)) {
                lines.add(key.padded(WIDEST_KEY).plus(line));
                key = Styled.EMPTY;
            }
        }
        lines.add(Styled.EMPTY);
        lines.addAll(DialogText.wrapped(List.of(
                Styled.of(Tone.FAINT, "+ comes, - goes, ~ changes; ! deletes data or makes others wait for long")), size));
        return Content.of("Keys", List.of(), lines, top, new Hint("Esc", "close"));
    }
}
