package io.quarkiverse.dibs.diff;

import java.util.List;

/** What it takes to make one object into another of the same identity. Immutable. */
public sealed interface Difference {

    /** Nothing. */
    record Same() implements Difference {
    }

    /** Alterations in place, in an order in which Postgres accepts them. Never empty. */
    record Altered(List<Alteration> alterations) implements Difference {

        public Altered {
            alterations = List.copyOf(alterations);
            if (alterations.isEmpty()) {
                throw new IllegalArgumentException("an altered object has alterations");
            }
        }
    }

    /** Postgres cannot alter it in place: it must be dropped and created again. {@code reason} says why, for people. */
    record Replaced(String reason) implements Difference {
    }
}
