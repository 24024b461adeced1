package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Before: an index of a partitioned table, built on all partitions while writers wait. After: {@code CREATE INDEX ... ON ONLY},
 * one {@code CONCURRENTLY} for each partition, and {@code ATTACH PARTITION} (manual, Table Partitioning, maintenance). For
 * partitions that entities do not know; where the wanted schema has them, their indexes are changes of their own.
 */
final class PartitionedIndexConcurrently implements OnlineRule {

    @Override
    public Optional<List<Part>> rewrite(Change change, Situation situation) {
        if (!(change instanceof Change.Create create) || !(create.object() instanceof Index index) || !index.valid()
                || !situation.isPartitioned(index.table()) || situation.isNew(index.table())
                || !situation.hasOnlyUnmanagedPartitions(index.table())
                || !situation.isAnyPartitionBusy(index.table())) {
            return Optional.empty();
        }
        List<Part> builds = new ArrayList<>();
        List<Part> ties = new ArrayList<>();
        add(change, index, situation, builds, ties);
        builds.addAll(ties);
        return Optional.of(builds);
    }

    private static void add(Change change, Index index, Situation situation, List<Part> builds, List<Part> ties) {
        WriteContext only = situation.plain().withOnly(true);
        builds.add(new Part(change, only, DdlWriter.create(index, only), Segment.COMMIT_AFTER,
                "the index of each partition is built later, while others write"));
        for (IndexPartition tie : situation.tiesTo(index.id())) {
            situation.madeByPostgres(tie.id().parent()).ifPresent(part -> {
                Change.Create built = new Change.Create(part);
                if (situation.isPartitionedNow(part.table())) {
                    add(built, part, situation, builds, ties);
                } else {
                    WriteContext form = situation.plain().withConcurrently(true);
                    builds.add(new Part(built, form, DdlWriter.create(part, form), Segment.NO_TRANSACTION,
                            "built while others write"));
                }
            });
            ties.add(new Part(new Change.Create(tie), situation.plain(), DdlWriter.create(tie, situation.plain()),
                    Segment.TRANSACTION, "the index is whole when those of all partitions are tied to it"));
        }
    }
}
