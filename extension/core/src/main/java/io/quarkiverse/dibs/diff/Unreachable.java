package io.quarkiverse.dibs.diff;

import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Unmodelled;

/**
 * Differences for which Postgres has no statement, so that no plan makes them: they are named beside the changes, as what is
 * not modelled is.
 */
final class Unreachable {

    private Unreachable() {
    }

    static Stream<Unmodelled> between(Schema from, Schema to) {
        return to.all(Partition.class)
                .filter(tie -> tie.detaching()
                        && from.find(tie.id(), Partition.class).filter(Partition::detaching).isEmpty())
                .map(tie -> new Unmodelled("partition whose detaching is not finished", tie.id().parent().display()));
    }
}
