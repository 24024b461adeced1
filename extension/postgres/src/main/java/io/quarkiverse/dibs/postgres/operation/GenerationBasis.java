package io.quarkiverse.dibs.postgres.operation;

import java.util.List;

/**
 * What migrations are generated from.
 *
 * @param origin a sentence for their Javadoc
 * @param remarks what to know before everything else, as comments in the first of them
 */
record GenerationBasis(DiffOperation.Outcome outcome, String origin, List<String> remarks) {

    /** The difference between two sources. */
    static GenerationBasis ofDiff(DiffOperation.Outcome outcome) {
        return new GenerationBasis(outcome, "Generated from what differed between the database and the entities.", List.of());
    }
}
