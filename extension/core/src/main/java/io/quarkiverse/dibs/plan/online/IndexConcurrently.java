package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: {@code CREATE INDEX} and {@code DROP INDEX}, which writers wait for. After: the same {@code CONCURRENTLY}, alone and
 * outside a transaction (manual, CREATE INDEX, building indexes concurrently). The index of a partition is tied to its
 * parent's,
 * made {@code ON ONLY} before, by a step of the plan itself.
 */
final class IndexConcurrently implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        WriteContext form = situation.plain().withConcurrently(true);
        if (change instanceof Change.Create create && create.object() instanceof Index index && index.valid()
                && situation.hasBusyRows(index.table())) {
            return Optional.of(List.of(new Part(change, form, DdlWriter.create(index, form), Segment.NO_TRANSACTION,
                    "built while others write")));
        }
        if (change instanceof Change.Drop drop && drop.object() instanceof Index index
                && situation.hasBusyRows(index.table()) && !situation.isRenamed(index.id())) {
            return Optional.of(List.of(new Part(change, form, DdlWriter.drop(index, form), Segment.NO_TRANSACTION,
                    "dropped without waiting in front of others")));
        }
        return Optional.empty();
    }
}
