package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOwnership;

/** Compares sequences and who owns them. */
final class SequenceComparison {

    private SequenceComparison() {
    }

    static Difference compare(Sequence from, Sequence to, int major) {
        return new Verdict<>(from, to)
                .aspect(Sequence::options, Aspect.SEQUENCE_OPTIONS)
                .aspectIf(major >= 15, Sequence::persistence, Aspect.SEQUENCE_PERSISTENCE,
                        "before Postgres 15 a sequence cannot become logged or unlogged")
                .difference();
    }

    static Difference compare(SequenceOwnership from, SequenceOwnership to) {
        return new Verdict<>(from, to).aspect(SequenceOwnership::column, Aspect.SEQUENCE_OWNED_BY).difference();
    }
}
