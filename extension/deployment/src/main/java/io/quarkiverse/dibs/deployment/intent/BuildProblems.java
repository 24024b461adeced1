package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/** Every mistake of one build, so that all are told together. Not thread-safe. */
public final class BuildProblems {

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a mistake; the message begins with the place. */
    public void add(String code, Place place, String message, String remedy) {
        problems.add(Problem.of(code, Category.BUILD, place.display() + ": " + message).remedy(remedy).at(place.location()));
    }

    /** What was noted, in the order of place and code. */
    public List<Problem> all() {
        return problems.stream().distinct()
                .sorted(Comparator.comparing(Problem::code).thenComparing(Problem::message))
                .toList();
    }

    /**
     * One exception for everything that was noted: its code is that of the only problem, or {@code DIBS-0100} for several,
     * whose
     * codes and remedies stand in its message.
     */
    public Optional<DibsException> exception() {
        List<Problem> all = all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() == 1) {
            Problem only = all.get(0);
            return Optional.of(new DibsException(only.inWords(text(only))));
        }
        StringBuilder message = new StringBuilder("The entities have " + all.size() + " problems:");
        for (Problem problem : all) {
            message.append("\n  ").append(problem.code()).append(' ').append(text(problem).replace("\n", "\n  "));
        }
        return Optional.of(new DibsException(Problem.of("DIBS-0100", Category.BUILD, message.toString())));
    }

    private static String text(Problem problem) {
        return problem.message() + problem.remedy().map(remedy -> "\n    " + remedy).orElse("");
    }
}
