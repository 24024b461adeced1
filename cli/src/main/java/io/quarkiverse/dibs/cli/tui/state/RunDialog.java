package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationEvent;

/**
 * A run of migrations while it goes on, and how it ended.
 *
 * @param lines what happened so far
 * @param where which migration of how many is at work, or how it ended
 * @param running the statement at work, or what it has done of it
 * @param failed why a migration failed, or the run itself
 * @param failure the line that begins to say so, or -1
 * @param top the first line that is shown, or -1 to follow the end, and what has failed once it has
 */
record RunDialog(List<Styled> lines, Styled where, Styled running, Optional<Problem> failed, int failure,
        boolean cancelling, boolean hasEnded, int top) implements Dialog {

    static final RunDialog BEGUN = new RunDialog(List.of(), Styled.of(Tone.FAINT, "beginning ..."), Styled.EMPTY,
            Optional.empty(), -1, false, false, -1);

    private static final int MOST_LINES = 5_000;
    private static final int FOLLOW = -1;

    RunDialog {
        lines = List.copyOf(lines);
    }

    RunDialog happened(MigrationEvent event) {
        return event.accept(new RunLines(this));
    }

    RunDialog ended(Optional<Problem> problem) {
        List<Styled> all = new ArrayList<>(lines);
        problem.ifPresent(why -> all.addAll(ProblemText.of(why)));
        Styled end = problem.isPresent() ? Styled.of(Tone.DANGER, "failed") : where;
        return new RunDialog(all, end, Styled.EMPTY, problem.or(this::failed),
                failure < 0 && problem.isPresent() ? lines.size() : failure, cancelling, true, top);
    }

    /** With more lines; very old ones are forgotten. */
    RunDialog plus(List<Styled> more) {
        List<Styled> all = new ArrayList<>(lines);
        all.addAll(more);
        int forgotten = Math.max(0, all.size() - MOST_LINES);
        return new RunDialog(all.subList(forgotten, all.size()), where, running, failed,
                failure < 0 ? failure : Math.max(0, failure - forgotten), cancelling, hasEnded, top);
    }

    RunDialog at(Styled place) {
        return new RunDialog(lines, place, running, failed, failure, cancelling, hasEnded, top);
    }

    RunDialog running(Styled what) {
        return new RunDialog(lines, where, what, failed, failure, cancelling, hasEnded, top);
    }

    /** What is said next tells of it. */
    RunDialog failed(Problem why) {
        return new RunDialog(lines, where, running, Optional.of(why), lines.size(), cancelling, hasEnded, top);
    }

    @Override
    public Next pressed(TuiState state, Key key) {
        if (hasEnded) {
            if (key.isControl('c')) {
                return state.interrupted();
            }
            if (key.is(Key.Name.ENTER) || key.is(Key.Name.ESCAPE) || key.is('q')) {
                return Next.of(state.withoutDialog());
            }
            Optional<Place> place = key.is('o') ? failed.flatMap(ProblemText::place) : Optional.empty();
            if (place.isPresent()) {
                return Next.of(state, new Effect.Open(place.get()));
            }
        } else if (key.is('c') || key.isControl('c')) {
            return cancelling ? Next.of(state)
                    : Next.of(state.with(new RunDialog(lines, where, running, failed, failure, true, false, top)),
                            new Effect.Cancel());
        }
        Content content = content(state.size());
        int height = DialogText.height(state.size(), content.fixed().size());
        int line = Moving.scrolled(content.top(), key, content.scrolled().size(), height);
        boolean atEnd = line >= content.scrolled().size() - height;
        return Next.of(state.with(new RunDialog(lines, where, running, failed, failure, cancelling, hasEnded,
                atEnd && !hasEnded ? FOLLOW : line)));
    }

    @Override
    public Content content(Size size) {
        List<Styled> fixed = List.of(
                cancelling && !hasEnded ? Styled.of(Tone.ALTERED, "rolling back ... ").plus(where) : where, running);
        List<Styled> wrapped = DialogText.wrapped(lines, size);
        int last = Math.max(0, wrapped.size() - DialogText.height(size, fixed.size()));
        return Content.of(hasEnded ? "Migrations have run" : "Running migrations", fixed, wrapped,
                top == FOLLOW ? Math.min(last, followed(size)) : top, hints());
    }

    /** The line that is looked at without anybody's doing. */
    private int followed(Size size) {
        return hasEnded && failure >= 0 ? DialogText.wrapped(lines.subList(0, failure), size).size() : Integer.MAX_VALUE;
    }

    private Hint[] hints() {
        if (!hasEnded) {
            return new Hint[] { new Hint("c ^C", cancelling ? "is being done" : "roll the running one back") };
        }
        return failed.flatMap(ProblemText::place).isPresent()
                ? new Hint[] { new Hint("o", "open the source"), new Hint("Enter", "close") }
                : new Hint[] { new Hint("Enter", "close") };
    }
}
