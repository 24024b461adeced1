package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.RenameLine;

/**
 * Asks whether something was renamed.
 *
 * @param thenGenerate whether a migration is to be generated once all is answered
 */
record RenameDialog(RenameLine question, boolean thenGenerate) implements Dialog {

    @Override
    public Next pressed(TuiState state, Key key) {
        if (key.is('y') || key.is('n')) {
            return answered(state.withoutDialog(), key.is('y'));
        }
        if (key.isControl('c')) {
            return state.interrupted();
        }
        return Next.of(key.is(Key.Name.ESCAPE) || key.is('q') ? state.withoutDialog() : state);
    }

    private Next answered(TuiState state, boolean yes) {
        TuiState known = state.with(state.renames().answer(question, yes));
        Optional<DiffReport> diff = known.diff().value();
        Next fetched = yes ? known.fetch() : Next.of(known);
        if (!thenGenerate || diff.isEmpty()) {
            return fetched;
        }
        Next generating = MainKeys.generate(fetched.state(), diff.get());
        return new Next(generating.state(),
                java.util.stream.Stream.concat(fetched.effects().stream(), generating.effects().stream()).toList());
    }

    @Override
    public Content content(Size size) {
        List<Styled> lines = List.of(Styled.EMPTY,
                Styled.of("The " + question.kind() + " ").plus(Tone.DROPPED, question.from()).plus(" goes and ")
                        .plus(Tone.CREATED, question.to()).plus(" comes."),
                Styled.EMPTY, Styled.of("Is it one and the same under another name? Then its values stay."));
        return Content.of("Is this a rename?", DialogText.wrapped(lines, size), List.of(), 0, new Hint("y", "renamed"),
                new Hint("n", "no: one goes, another comes"), new Hint("Esc", "not now"));
    }
}
