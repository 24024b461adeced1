package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;

/**
 * The filter while it is typed; the list follows.
 *
 * @param before how the tab was looked at before, for who changes their mind
 */
public record FilterDialog(TextInput input, Pane before) implements Dialog {

    static FilterDialog of(Pane pane) {
        return new FilterDialog(TextInput.of(pane.filter()), pane);
    }

    @Override
    public Next pressed(TuiState state, Key key) {
        if (key.is(Key.Name.ENTER)) {
            return Next.of(state.withoutDialog());
        }
        if (key.is(Key.Name.ESCAPE) || key.is(Key.Name.BACKSPACE) && input.text().isEmpty()) {
            return Next.of(state.withoutDialog().with(before.filter("")));
        }
        if (key.isControl('c')) {
            return state.interrupted();
        }
        if (key.is(Key.Name.UP) || key.is(Key.Name.DOWN)) {
            return Next.of(Moving.move(state, key));
        }
        TextInput typed = input.pressed(key);
        return Next.of(state.with(new FilterDialog(typed, before))
                .with(typed.text().equals(input.text()) ? state.pane() : state.pane().filter(typed.text())));
    }

    /** The line that takes the place of the hints. */
    public Styled line() {
        return Styled.of(Tone.KEY, "/").plus(input.text());
    }

    @Override
    public Content content(Size size) {
        return Content.of("", List.of(line()), List.of(), 0, new Hint("Enter", "keep"), new Hint("Esc", "show all"))
                .withCursor(0, 1 + Styled.of(input.text().substring(0, input.cursor())).width());
    }
}
