package io.quarkiverse.dibs.cli.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkiverse.dibs.cli.tui.text.Styled;
import io.quarkiverse.dibs.cli.tui.text.Tone;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProblemRenderer;

/** A problem as the command line tells it, and the place in the sources that it names. */
public final class ProblemText {

    /** {@code A.java:12} of dibs, {@code A.java:[12,5]} of the compiler. */
    private static final Pattern PLACE = Pattern.compile("(?<file>[^\\s\"']+\\.java):\\[?(?<line>\\d{1,7})");

    private ProblemText() {
    }

    public static List<Styled> of(Problem problem) {
        List<Styled> lines = new ArrayList<>();
        String text = new ProblemRenderer(Palette.PLAIN, false).render(problem);
        text.lines().forEach(line -> lines.add(lines.isEmpty() && line.startsWith(problem.code())
                ? Styled.of(Tone.DANGER, problem.code()).plus(line.substring(problem.code().length()))
                : Styled.of(line)));
        return lines;
    }

    static Optional<Place> place(Problem problem) {
        return Stream.concat(problem.location().stream(), Stream.of(problem.message())).map(PLACE::matcher)
                .filter(Matcher::find).findFirst()
                .map(found -> new Place(found.group("file"), Integer.parseInt(found.group("line"))));
    }
}
