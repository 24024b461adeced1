package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;

/**
 * The numbered cases of a property: {@code -Ddibs.seed=} chooses them, {@code -Ddibs.case=} runs one of them. Counts come from
 * the pom.
 */
final class Cases {

    static final long SEED = Long.getLong("dibs.seed", 20260101);
    private static final Integer ONLY = Integer.getInteger("dibs.case");
    private static final int SHOWN = 5;

    private Cases() {
    }

    /** Fails with every case that fails, at most five in full, and when there was none at all. */
    static void forEach(Class<?> test, String property, IntConsumer check) {
        int count = Integer.getInteger(property, 50);
        List<Integer> numbers = ONLY == null ? IntStream.range(0, count).boxed().toList() : List.of(ONLY);
        List<String> failures = new ArrayList<>();
        for (int number : numbers) {
            try {
                check.accept(number);
            } catch (RuntimeException | AssertionError e) {
                failures.add(failures.size() < SHOWN ? "case " + number + ": " + e + "\n  at "
                        + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length)) + "\n"
                        + repeat(test, number) : "case " + number);
            }
        }
        System.out.println(test.getSimpleName() + ", seed " + SEED + ": " + numbers.size() + " cases of " + property
                + ", failures " + failures.size());
        Assertions.assertThat(numbers).as("cases").isNotEmpty();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    static String repeat(Class<?> test, int number) {
        return "repeat with: ./mvnw -pl integration-tests/engine -am verify -Dtest=" + test.getSimpleName()
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddibs.seed=" + SEED + " -Ddibs.case=" + number;
    }
}
