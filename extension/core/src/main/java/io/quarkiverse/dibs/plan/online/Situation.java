package io.quarkiverse.dibs.plan.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.plan.NullableChildren;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/** What the rules have to know: which tables others are at work on, and which stand in a tree of tables. */
final class Situation {

    private final Schema from;
    private final Schema to;
    private final Online online;
    private final Set<ObjectId> withRows;
    private final Map<ObjectId, ObjectId> formerNames;
    private final Set<ObjectId> inTrees = new HashSet<>();
    private final int major;
    private final Diff diff;
    /** These are asked for seldom, so they are made when first asked for. */
    private Diff.End end;
    private Map<ObjectId, List<Partition>> partitions;
    private Map<ObjectId, Set<ObjectId>> children;

    Situation(Diff diff, Online online, Set<ObjectId> withRows, int major) {
        this.diff = diff;
        this.from = diff.from();
        this.to = diff.to();
        this.online = online;
        this.withRows = withRows;
        this.formerNames = new java.util.TreeMap<>();
        diff.renames().renames().forEach((former, present) -> formerNames.put(present, former));
        this.major = major;
        for (Schema schema : new Schema[] { from, to }) {
            schema.all(Partition.class).forEach(tie -> tree(tie.id().parent(), tie.partitionOf()));
            schema.all(Inheritance.class).forEach(tie -> tree(tie.id().parent(), tie.inherits()));
        }
    }

    private void tree(ObjectId child, ObjectId parent) {
        inTrees.add(child);
        inTrees.add(parent);
    }

    /**
     * Whether the table is there before and after, others may be at work on it, and it stands alone: what a statement does to a
     * tree of tables has forms of its own.
     */
    boolean isBusy(ObjectId table) {
        return !inTrees.contains(table) && hasBusyRows(table);
    }

    /** The same for what concerns this table's own rows only, wherever in a tree it stands: an index, say. */
    boolean hasBusyRows(ObjectId table) {
        if (table.kind() != ObjectKind.TABLE || !from.contains(table) || !to.contains(table) || isPartitioned(table)) {
            return false;
        }
        return areOthersAtWork(table);
    }

    /** The same for what is done to the table and to all below it: a check, say. Foreign tables have forms of their own. */
    boolean isTreeBusy(ObjectId table) {
        return table.kind() == ObjectKind.TABLE && from.contains(table) && to.contains(table)
                && below(table).noneMatch(child -> child.kind() == ObjectKind.FOREIGN_TABLE)
                && Stream.concat(Stream.of(table), below(table)).anyMatch(this::areOthersAtWork);
    }

    /** What inherits from it and what is a partition of it, through all generations. */
    private Stream<ObjectId> below(ObjectId table) {
        if (children == null) {
            children = new HashMap<>();
            end().all(Partition.class).forEach(tie -> child(tie.partitionOf(), tie.id().parent()));
            Stream.of(from, to).flatMap(schema -> schema.all(Inheritance.class))
                    .forEach(tie -> child(tie.inherits(), tie.id().parent()));
        }
        return children.getOrDefault(table, Set.of()).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private void child(ObjectId parent, ObjectId child) {
        children.computeIfAbsent(parent, id -> new TreeSet<>()).add(child);
    }

    private boolean areOthersAtWork(ObjectId table) {
        return switch (online) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> withRows.contains(formerNames.getOrDefault(table, table));
        };
    }

    boolean isNew(ObjectId table) {
        return !from.contains(table);
    }

    boolean isPartitioned(ObjectId table) {
        return to.find(table, Table.class).flatMap(Table::partitionKey).isPresent();
    }

    /** Whether it has partitions, and the wanted schema says nothing of them; foreign ones have forms of their own. */
    boolean hasOnlyUnmanagedPartitions(ObjectId table) {
        List<Partition> places = partitionsOf(table);

        return !places.isEmpty() && places.stream().allMatch(place -> !to.contains(place.id())
                && place.id().parent().kind() == ObjectKind.TABLE && (!isPartitionedNow(place.id().parent())
                        || partitionsOf(place.id().parent()).isEmpty()
                        || hasOnlyUnmanagedPartitions(place.id().parent())));
    }

    /** Whether others may be at work on a table that holds some of its rows. */
    boolean isAnyPartitionBusy(ObjectId table) {
        return partitionsOf(table).stream().map(place -> place.id().parent())
                .anyMatch(partition -> areOthersAtWork(partition) || isAnyPartitionBusy(partition));
    }

    /** The partitions that the table has when all is done. */
    List<Partition> partitionsOf(ObjectId table) {
        if (partitions == null) {
            partitions = end().all(Partition.class).collect(Collectors.groupingBy(Partition::partitionOf));
        }
        return partitions.getOrDefault(table, List.of());
    }

    /** The same for a table that entities may not know. */
    boolean isPartitionedNow(ObjectId table) {
        return end().find(table, Table.class).flatMap(Table::partitionKey).isPresent();
    }

    /** The ties to the index of a partitioned table when all is done. */
    List<IndexPartition> tiesTo(ObjectId index) {
        return end().all(IndexPartition.class).filter(tie -> tie.partitionOf().equals(index)).toList();
    }

    /** The index of a partition that entities do not know, where Postgres would make it by itself. */
    Optional<Index> madeByPostgres(ObjectId index) {
        end();
        return end.made().contains(index) ? end.schema().find(index, Index.class) : Optional.empty();
    }

    private Schema end() {
        if (end == null) {
            end = diff.endInFull();
        }
        return end.schema();
    }

    /** Whether the object, or its schema, has another name until the plan has renamed it. */
    boolean isRenamed(ObjectId id) {
        return formerNames.containsKey(id) || formerNames.containsKey(ObjectId.namespace(id.schema()));
    }

    /** The name for a check that comes and goes: that of what it is about, cut to leave room in the 63 bytes of a name. */
    ObjectId freeCheckName(ObjectId table, String about, String end) {
        String start = "dibs_"
                + about.substring(0, about.offsetByCodePoints(0, Math.min(about.codePointCount(0, about.length()), 10))) + end;
        ObjectId id = ObjectId.part(ObjectKind.CHECK, table, start);
        for (int i = 2; from.contains(id) || to.contains(id); i++) {
            id = id.withName(start + i);
        }
        return id;
    }

    /** Whether the index is a part of the index of a partitioned table, before or after. */
    boolean isTied(ObjectId index) {
        return Stream.of(from, to).flatMap(schema -> schema.all(IndexPartition.class))
                .anyMatch(tie -> index.equals(tie.id().parent()));
    }

    /** A name for an index between two steps, which no relation of its schema has. */
    ObjectId freeIndexName(ObjectId index, String start) {
        for (int attempt = 0;; attempt++) {
            ObjectId id = index.withName(Identifiers.shorten(start + (attempt == 0 ? "" : attempt + "_") + index.name()));
            if (Stream.of(diff.source(), from, to).flatMap(schema -> schema.ids().stream())
                    .noneMatch(other -> other.name().equals(id.name()) && other.schema().equals(id.schema()))) {
                return id;
            }
        }
    }

    /** The name that Postgres would choose for a NOT NULL, or another one where that is too long or taken. */
    String freeNotNullName(ObjectId column) {
        String plain = NotNull.PLAIN.nameOn(column);
        ObjectId table = column.parent();
        boolean taken = Stream.of(from, to).anyMatch(schema -> schema.contains(ObjectId.part(ObjectKind.CHECK, table, plain))
                || schema.all(Column.class).anyMatch(other -> table.equals(other.id().parent()) && !column.equals(other.id())
                        && other.notNullConstraint().filter(known -> known.nameOn(other.id()).equals(plain)).isPresent()));
        return taken || !Identifiers.shorten(plain).equals(plain) ? freeCheckName(table, column.name(), "_not_null").name()
                : plain;
    }

    /** How the table is partitioned, where the columns are all there is to it. */
    Optional<PartitionKey> partitionKey(ObjectId table) {
        return Stream.of(to, from).flatMap(schema -> schema.find(table, Table.class).stream()).findFirst()
                .flatMap(Table::partitionKey).flatMap(PartitionKey::of);
    }

    Optional<Partition> placeOf(ObjectId table) {
        return to.find(Partition.idOf(table), Partition.class);
    }

    Optional<Partition> formerPlaceOf(ObjectId table) {
        return from.find(Partition.idOf(table), Partition.class);
    }

    /**
     * Whether the partitioned table is there before and after, and others may be at work on it through any of its partitions.
     */
    boolean isPartitionedTableBusy(ObjectId table) {
        return to.contains(table) && from.contains(table)
                && (areOthersAtWork(table) || from.all(Partition.class).filter(place -> place.partitionOf().equals(table))
                        .map(place -> place.id().parent())
                        .anyMatch(partition -> areOthersAtWork(partition) || isPartitionedTableBusy(partition)));
    }

    Optional<Partition> defaultPartitionOf(ObjectId table) {
        return defaults(from, table).findFirst();
    }

    /** Whether the table has the same DEFAULT partition, or none, all the time; a new table has no rows. */
    boolean keepsDefaultPartition(ObjectId table) {
        return defaults(from, table).allMatch(place -> to.find(place.id()).filter(place::equals).isPresent())
                && defaults(to, table).allMatch(place -> from.contains(place.id()) || isNew(place.id().parent()));
    }

    private static Stream<Partition> defaults(Schema schema, ObjectId table) {
        return schema.all(Partition.class)
                .filter(place -> place.partitionOf().equals(table) && place.bound().equals("DEFAULT"));
    }

    boolean hasDefaultPartition(ObjectId table) {
        return Stream.of(from, to).anyMatch(schema -> defaults(schema, table).findAny().isPresent());
    }

    /**
     * The name of the check that Postgres leaves on a partition it detaches concurrently: it says which column it is about if
     * that is one. Empty where the name cannot be foretold, as when another constraint of the schema has it.
     */
    Optional<String> checkLeftBy(Partition place) {
        Set<String> columns = new HashSet<>();
        for (Partition above = place; above != null; above = formerPlaceOf(above.partitionOf()).orElse(null)) {
            PartitionKey key = from.find(above.partitionOf(), Table.class).flatMap(Table::partitionKey)
                    .flatMap(PartitionKey::of).orElse(null);
            boolean leaves = above != place && to.find(above.id(), Partition.class).filter(above::equals).isEmpty();
            if (key == null || leaves) {
                return Optional.empty();
            }
            columns.addAll(key.columns());
        }
        ObjectId table = place.id().parent();
        String name = table.name() + (columns.size() == 1 ? "_" + columns.iterator().next() : "") + "_check";
        boolean taken = Stream.of(diff.source(), from, to).flatMap(schema -> schema.ids().stream())
                .anyMatch(id -> (id.kind().isConstraint() || id.kind() == ObjectKind.DOMAIN_CONSTRAINT)
                        && id.schema().equals(table.schema()) && id.name().equals(name));
        return taken || !Identifiers.fits(name) ? Optional.empty() : Optional.of(name);
    }

    /** Whether columns below are to have nulls where this one gets NOT NULL. */
    boolean sparesChildren(Alteration alteration) {
        return new NullableChildren(to).areSparedBy(alteration);
    }

    WriteContext plain() {
        return WriteContext.forServer(major);
    }
}
