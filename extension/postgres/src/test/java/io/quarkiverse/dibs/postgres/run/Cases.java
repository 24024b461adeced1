package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How many cases a test of the promises runs: a tenth of the full number, or with {@code -Ddibs.promises=full}, which
 * {@code -Pnightly} sets, all of it. The choice is seeded, and the seed is printed.
 */
record Cases(String test, long seed, boolean full) {

    private static final String SEED = "dibs.seed";
    private static final String FIGURES = "dibs.promises";

    static Cases of(Class<?> test) {
        long seed = Long.getLong(SEED, System.nanoTime());
        boolean full = System.getProperty(FIGURES, "").equals("full");
        System.out.println(test.getSimpleName() + ": seed " + seed + "; to repeat: -Dtest=" + test.getSimpleName() + " -D"
                + SEED + "=" + seed + (full ? " -D" + FIGURES + "=full" : ""));
        return new Cases(test.getSimpleName(), seed, full);
    }

    int number(int nightly) {
        return full ? nightly : Math.max(1, nightly / 10);
    }

    Random random() {
        return new Random(seed);
    }

    /** As many of them as the figure says, each at least once before any is taken again. */
    <T> List<T> choose(List<T> all, int nightly) {
        assertThat(all).as("cases of " + test).isNotEmpty();
        Random random = random();
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < number(nightly)) {
            List<T> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            chosen.addAll(shuffled.subList(0, Math.min(shuffled.size(), number(nightly) - chosen.size())));
        }
        return chosen;
    }

    /** To be told at the end: a test that ran nothing has failed. */
    void ran(int count, String what) {
        System.out.println(test + ": " + count + " " + what);
        assertThat(count).as(test + " must run something").isPositive();
    }
}
