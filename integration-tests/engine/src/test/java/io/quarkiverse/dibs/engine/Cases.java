package io.quarkiverse.dibs.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;

import io.quarkiverse.dibs.engine.random.Model;
import io.quarkiverse.dibs.engine.random.ModelSql;
import io.quarkiverse.dibs.engine.random.RandomPair;
import io.quarkiverse.dibs.engine.random.Shrinker;
import io.quarkiverse.dibs.error.DibsException;

/**
 * The numbered cases of a property: {@code -Ddibs.seed=} chooses them, {@code -Ddibs.case=} runs one of them. Counts come from
 * the pom; a case that fails is shrunk and written to target as a corpus folder.
 */
final class Cases {

    static final long SEED = Long.getLong("dibs.seed", 20260101);
    private static final Integer ONLY = Integer.getInteger("dibs.case");
    private static final int SHOWN = 5;
    private static final int SHRINKING = 300;

    private Cases() {
    }

    /** What has to hold of the schemas of a case. */
    @FunctionalInterface
    interface Check {

        void accept(int number, List<Model> models);
    }

    /** Each case is a pair of related schemas. */
    static void forEachPair(Class<?> test, String property, ObjIntConsumer<RandomPair> check) {
        forEach(test, property, number -> {
            RandomPair pair = RandomPair.of(SEED, number);
            return List.of(pair.from(), pair.to());
        }, (number, models) -> check.accept(new RandomPair(models.get(0), models.get(1)), number));
    }

    /**
     * Fails with every case that fails, at most five in full and made as small as they can be, and when there was none at all.
     */
    static void forEach(Class<?> test, String property, IntFunction<List<Model>> models, Check check) {
        int count = Integer.getInteger(property, 50);
        List<Integer> numbers = ONLY == null ? IntStream.range(0, count).boxed().toList() : List.of(ONLY);
        List<String> failures = new ArrayList<>();
        for (int number : numbers) {
            List<Model> own = models.apply(number);
            Throwable failure = failure(check, number, own);
            if (failure != null) {
                failures.add(failures.size() < SHOWN ? shrunk(test, number, own, check, failure) : "case " + number);
            }
        }
        System.out.println(test.getSimpleName() + ", seed " + SEED + ": " + numbers.size() + " cases of " + property
                + ", failures " + failures.size());
        Assertions.assertThat(numbers).as("cases").isNotEmpty();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private static Throwable failure(Check check, int number, List<Model> models) {
        try {
            check.accept(number, models);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    private static String shrunk(Class<?> test, int number, List<Model> models, Check check, Throwable failure) {
        String kind = kind(failure);
        List<Model> small = Shrinker.shrink(models, candidate -> kind.equals(kind(failure(check, number, candidate))),
                SHRINKING);
        Throwable last = failure(check, number, small);
        Path folder = Path.of("target", "failures", test.getSimpleName() + "-" + SEED + "-" + number);
        Corpus.write(folder, new Pair(test.getSimpleName(), ModelSql.schema(small.get(0)),
                ModelSql.schema(small.get(small.size() - 1)), "", ""));
        for (int i = 1; i < small.size() - 1; i++) {
            Corpus.write(folder.resolve("between-" + i + ".sql"), ModelSql.schema(small.get(i)));
        }
        Throwable shown = last == null ? failure : last;
        Corpus.write(folder.resolve("failure.txt"), shown + "\n");
        return "case " + number + ": " + shown + "\n  at "
                + List.of(shown.getStackTrace()).subList(0, Math.min(4, shown.getStackTrace().length)) + "\nshrunk to " + folder
                + "\n" + repeat(test, number);
    }

    /** What has to stay the same while a case gets smaller: the code, or the words before the first particular. */
    private static String kind(Throwable failure) {
        if (failure == null) {
            return "";
        }
        if (failure instanceof DibsException e) {
            return e.problem().code();
        }
        String message = String.valueOf(failure.getMessage()).strip();
        return failure.getClass().getName() + ": " + message.split("[:\\n\\d\"]", 2)[0];
    }

    static String repeat(Class<?> test, int number) {
        return "repeat with: ./mvnw -pl integration-tests/engine -am verify -Dtest=" + test.getSimpleName()
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddibs.seed=" + SEED + " -Ddibs.case=" + number;
    }
}
