package io.quarkiverse.dibs.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;

/**
 * What Postgres does by itself to partitions that entities do not know when an index of their partitioned table comes or goes.
 * Before: only that index. After: each partition has one tied to it, one that fits or a new one, or loses it.
 */
final class IndexesOfPartitions {

    private final Diff diff;
    private final Schema.Builder end;
    private final Schema present;
    private final Map<ObjectId, List<Partition>> places;
    private final Set<ObjectId> made = new HashSet<>();
    private final Set<ObjectId> tied = new HashSet<>();

    private IndexesOfPartitions(Diff diff, Schema end) {
        this.diff = diff;
        this.end = end.toBuilder();
        this.present = end;
        this.places = end.all(Partition.class).filter(place -> !diff.to().contains(place.id()))
                .collect(Collectors.groupingBy(Partition::partitionOf));
    }

    /** @param end without them */
    static Diff.End in(Diff diff, Schema end, Schema before) {
        IndexesOfPartitions indexes = new IndexesOfPartitions(diff, end);
        if (indexes.places.isEmpty()) {
            return new Diff.End(end, Set.of());
        }
        Map<ObjectId, List<IndexPartition>> ties = before.all(IndexPartition.class)
                .collect(Collectors.groupingBy(IndexPartition::partitionOf));
        diff.changes().stream().filter(change -> change instanceof Change.Drop drop && drop.object() instanceof Index)
                .forEach(change -> indexes.drop(change.id(), ties));
        before.all(IndexPartition.class).forEach(tie -> indexes.tied.add(tie.id().parent()));
        diff.changes().stream().filter(Change.Create.class::isInstance).map(change -> ((Change.Create) change).object())
                .filter(Index.class::isInstance).map(Index.class::cast)
                .filter(index -> index.valid() && diff.from().contains(index.table())).forEach(indexes::create);
        return new Diff.End(indexes.end.build(), indexes.made);
    }

    private void drop(ObjectId index, Map<ObjectId, List<IndexPartition>> ties) {
        for (IndexPartition tie : ties.getOrDefault(index, List.of())) {
            ObjectId part = tie.id().parent();
            if (!diff.from().contains(part)) {
                present.ids().stream().filter(id -> id.isWithin(part)).forEach(end::remove);
                end.remove(part);
                drop(part, ties);
            }
        }
    }

    private void create(Index index) {
        for (Partition place : places.getOrDefault(index.table(), List.of())) {
            ObjectId partition = place.id().parent();
            if (partition.kind() != ObjectKind.TABLE) {
                continue;
            }
            Index part = like(index, partition).orElse(null);
            if (part == null) {
                part = new Index(ObjectId.inSchema(ObjectKind.INDEX, partition.schema(), IndexName.of(partition.name(), index,
                        name -> isTaken(partition.schema(), name))), partition, index.method(), index.unique(),
                        index.nullsNotDistinct(), index.keys(), index.include(), index.predicate(), index.storageParameters(),
                        index.tablespace(), true);
                end.add(part);
                made.add(part.id());
                if (present.find(partition, Table.class).flatMap(Table::partitionKey).isPresent()) {
                    create(part);
                }
            }
            tied.add(part.id());
            end.add(new IndexPartition(IndexPartition.idOf(part.id()), index.id()));
        }
    }

    /** An index that Postgres takes instead of making another. */
    private Optional<Index> like(Index index, ObjectId partition) {
        return present.all(Index.class).filter(other -> other.table().equals(partition) && other.valid()
                && other.method().equals(index.method()) && other.unique() == index.unique()
                && other.nullsNotDistinct() == index.nullsNotDistinct() && other.keys().equals(index.keys())
                && other.include().equals(index.include()) && other.predicate().equals(index.predicate())
                && end.contains(other.id()) && !tied.contains(other.id())).findFirst();
    }

    private boolean isTaken(String schema, String name) {
        return Stream.of(ObjectKind.values()).filter(ObjectKind::isRelation)
                .anyMatch(kind -> end.contains(ObjectId.inSchema(kind, schema, name)))
                || present.ids().stream().anyMatch(id -> id.kind().isConstraint() && id.schema().equals(schema)
                        && id.name().equals(name));
    }
}
