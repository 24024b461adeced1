package io.quarkiverse.dibs.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/**
 * Which objects come or go in the statement of another: the columns of a new table, everything that hangs on a dropped one, a
 * sequence that a dropped column owns, the column that a child table has from its parent.
 */
final class Folding {

    private final Schema from;
    private final Schema to;
    private final Replacements replacements;
    private final Set<ObjectId> apart;
    private final Set<ObjectId> inheritedBefore;
    private final Set<ObjectId> inheritedAfter;
    private final Map<ObjectId, ObjectId> ownedBy = new HashMap<>();
    /** Partitioned tables with a partition that is detached, not dropped with its place. */
    private final Set<ObjectId> losingPartitions = new HashSet<>();
    private final Map<ObjectId, ObjectId> indexParents = new HashMap<>();
    private final Map<ObjectId, List<ObjectId>> parentsBefore = new HashMap<>();
    private final Map<ObjectId, List<ObjectId>> parentsAfter = new HashMap<>();
    /** Of equal keys in one CREATE TABLE Postgres makes one without a word: all but the first come by themselves. */
    private final Set<ObjectId> repeated = new HashSet<>();
    private final KeptAncestors ancestors;
    private final NullableChildren nullable;

    Folding(Diff diff, Replacements replacements, Set<ObjectId> apart) {
        this.from = diff.from();
        this.to = diff.to();
        this.replacements = replacements;
        this.apart = apart;
        this.ancestors = new KeptAncestors(diff, replacements);
        this.nullable = new NullableChildren(to);
        this.inheritedBefore = diff.inheritedBefore();
        this.inheritedAfter = diff.inheritedAfter();
        from.all(SequenceOwnership.class).forEach(owned -> ownedBy.put(owned.id().parent(), owned.column()));
        from.all(IndexPartition.class).forEach(tie -> indexParents.put(tie.id().parent(), tie.partitionOf()));
        from.all(Partition.class)
                .filter(tie -> replacements.isDropped(tie.id())
                        && (!replacements.isDropped(tie.id().parent()) || apart.contains(tie.id())))
                .forEach(tie -> losingPartitions.addAll(Reattachments.above(from, tie.id().parent())));
        parents(from, parentsBefore);
        parents(to, parentsAfter);
        Set<List<Object>> keys = new HashSet<>();
        to.all(PrimaryKey.class).forEach(key -> keys.add(List.of(key.id().parent(), key.columns())));
        to.all(UniqueConstraint.class).filter(key -> !keys.add(List.of(key.id().parent(), key.columns())))
                .forEach(key -> repeated.add(key.id()));
        // while it is detached a partition does not follow its parent, even if it comes back
        from.all(Partition.class).filter(tie -> replacements.isDropped(tie.id()))
                .forEach(tie -> parentsBefore.remove(tie.id().parent()));
        // and so does a child whose tie is made anew
        from.all(Inheritance.class).filter(tie -> replacements.isDropped(tie.id()) && replacements.isCreated(tie.id()))
                .forEach(tie -> parentsBefore.computeIfPresent(tie.id().parent(), (child, parents) -> parents.stream()
                        .filter(parent -> !parent.equals(tie.inherits())).toList()));
    }

    private static void parents(Schema schema, Map<ObjectId, List<ObjectId>> parents) {
        schema.all(Inheritance.class).forEach(tie -> add(parents, tie.id().parent(), tie.inherits()));
        schema.all(Partition.class).forEach(tie -> add(parents, tie.id().parent(), tie.partitionOf()));
    }

    private static void add(Map<ObjectId, List<ObjectId>> parents, ObjectId child, ObjectId parent) {
        parents.merge(child, List.of(parent), (a, b) -> Stream.concat(a.stream(), b.stream()).sorted().toList());
    }

    /** The object whose drop takes {@code id} along; itself when it needs a statement of its own. */
    ObjectId dropOwner(ObjectId id) {
        ObjectId current = id;
        while (true) {
            Optional<ObjectId> owner = apart.contains(current) ? Optional.empty() : droppedWith(current);
            if (owner.isEmpty()) {
                return current;
            }
            current = owner.get();
        }
    }

    private Optional<ObjectId> droppedWith(ObjectId id) {
        // asked for everything that goes, so what no lookup is needed for comes first
        if (id.kind() == ObjectKind.FOREIGN_KEY && from.find(id, ForeignKey.class)
                .filter(key -> losingPartitions.contains(key.referencedTable())).isPresent()) {
            // a partition with rows that the key points to may not leave
            return Optional.empty();
        }
        if (id.kind() == ObjectKind.GRANT && !from.contains(id.parent())) {
            // what a part of an extension has been granted goes with the extension
            Optional<ObjectId> extension = from.dependenciesOf(id).stream()
                    .filter(need -> need.kind() == ObjectKind.EXTENSION && replacements.isDropped(need)).findFirst();
            if (extension.isPresent()) {
                return extension;
            }
        }
        if (id.kind() == ObjectKind.PARTITION_TRIGGER && apart.contains(Partition.idOf(id.parent()))) {
            // a table has its parent's triggers until it is detached
            return Optional.of(Partition.idOf(id.parent()));
        }
        // what is said about a column of a view has a parent that is no object, but goes with the view
        for (ObjectId whole = id.parent(); whole != null && !outlivesParent(id); whole = whole.parent()) {
            if (replacements.isDropped(whole)) {
                return Optional.of(whole);
            }
        }
        if (id.kind() == ObjectKind.INDEX) {
            Optional<ObjectId> indexed = from.find(id, Index.class).map(Index::table).filter(replacements::isDropped);
            if (indexed.isPresent()) {
                return indexed;
            }
        }
        ObjectId owner = ownedBy.get(id);
        if (owner != null) {
            // the whole table goes, or only the column
            return Stream.of(owner, owner.parent()).filter(replacements::isDropped).findFirst();
        }
        ObjectId indexParent = indexParents.get(id);
        if (indexParent != null && replacements.isDropped(indexParent) && staysPartition(id)) {
            return Optional.of(indexParent);
        }
        if (id.kind() == ObjectKind.PARTITION_TRIGGER) {
            Optional<ObjectId> over = from.find(id, PartitionTrigger.class).stream().flatMap(said -> said.over().stream())
                    .filter(need -> need.kind() != ObjectKind.PARTITION_TRIGGER && replacements.isDropped(need)).findFirst();
            if (over.isPresent()) {
                return over;
            }
        }
        if (inheritedBefore.contains(id)) {
            return staying(id).map(id::withParent).filter(replacements::isDropped)
                    .findFirst().or(() -> id.kind() == ObjectKind.CHECK ? ancestors.takingAway(id) : Optional.empty());
        }
        if (id.kind() == ObjectKind.COLUMN && from.find(id, Column.class).filter(Column::inherited).isPresent()) {
            return parentsBefore.getOrDefault(id.parent(), List.of()).stream()
                    .filter(parent -> parentsAfter.getOrDefault(id.parent(), List.of()).contains(parent))
                    .map(parent -> ObjectId.column(parent, id.name()))
                    .filter(column -> replacements.isDropped(column) && !isKeptByChildren(column, to, replacements))
                    .findFirst().or(() -> ancestors.takingAway(id));
        }
        return Optional.empty();
    }

    /** A server does not go while it has user mappings; a subscription that goes leaves its comment in the catalog. */
    private static boolean outlivesParent(ObjectId id) {
        return id.kind() == ObjectKind.USER_MAPPING
                || id.kind() == ObjectKind.COMMENT && id.parent().kind() == ObjectKind.SUBSCRIPTION;
    }

    private boolean staysPartition(ObjectId index) {
        return !replacements.isDropped(Partition.idOf(tableOf(from, index)));
    }

    /** The table of an index, or of the key that is one. */
    static ObjectId tableOf(Schema schema, ObjectId index) {
        return schema.find(index, Index.class).map(Index::table).orElse(index.parent());
    }

    /** The object whose creation brings {@code id} along; itself when it needs a statement of its own. */
    ObjectId createOwner(ObjectId id) {
        ObjectId current = id;
        while (true) {
            Optional<ObjectId> owner = apart.contains(current) ? Optional.empty() : createdWith(current);
            if (owner.isEmpty()) {
                return current;
            }
            current = owner.get();
        }
    }

    private Optional<ObjectId> createdWith(ObjectId id) {
        ObjectId parent = id.parent();
        return switch (id.kind()) {
            // most tables have no parents, and their columns are not looked up
            case COLUMN -> !parentsAfter.containsKey(parent) ? Optional.of(parent).filter(replacements::isCreated)
                    : inheritedFrom(id).or(() -> Optional.of(parent).filter(replacements::isCreated)
                            .map(table -> to.find(id, Column.class).filter(Column::inherited)
                                    .flatMap(column -> ancestors.bringingToNew(id)).orElse(table)));
            case COLUMN_DEFAULT -> to.find(parent, Column.class).filter(Column::inherited).isPresent()
                    && !to.contains(Partition.idOf(parent.parent())) ? Optional.empty()
                            : Optional.of(parent).filter(replacements::isCreated);
            case UNIQUE -> repeated.contains(id) ? Optional.empty()
                    : Optional.of(parent).filter(table -> replacements.isCreated(table) && table.kind() == ObjectKind.TABLE);
            case PRIMARY_KEY, EXCLUSION, CHECK -> Optional.of(parent)
                    .filter(table -> replacements.isCreated(table) && table.kind() == ObjectKind.TABLE)
                    .map(table -> inheritedAfter.contains(id) ? ancestors.bringingToNew(id).orElse(table) : table)
                    .or(() -> inheritedAfter.contains(id)
                            ? staying(id).map(table -> id.withParent(table)).filter(replacements::isCreated).findFirst()
                                    .or(() -> id.kind() == ObjectKind.CHECK ? ancestors.bringing(id) : Optional.empty())
                            : Optional.empty());
            case INHERITANCE -> Optional.of(parent).filter(replacements::isCreated);
            default -> Optional.empty();
        };
    }

    /** The parents that the object's table has before and after. */
    Stream<ObjectId> staying(ObjectId id) {
        List<ObjectId> present = parentsBefore.getOrDefault(id.parent(), List.of());
        return parentsAfter.getOrDefault(id.parent(), List.of()).stream().filter(present::contains);
    }

    /** A column that a child table has from its parent comes when the parent's comes, or with the child itself. */
    private Optional<ObjectId> inheritedFrom(ObjectId id) {
        if (!parentsAfter.containsKey(id.parent()) || replacements.isCreated(id.parent())
                || to.find(id, Column.class).filter(Column::inherited).isEmpty()) {
            return Optional.empty();
        }
        return parentsAfter.getOrDefault(id.parent(), List.of()).stream()
                .filter(parent -> parentsBefore.getOrDefault(id.parent(), List.of()).contains(parent))
                .map(parent -> ObjectId.column(parent, id.name())).filter(replacements::isCreated).findFirst()
                .or(() -> ancestors.bringing(id));
    }

    KeptAncestors ancestors() {
        return ancestors;
    }

    /** The parent's column whose alteration alters the child's column alike by itself. */
    Optional<ObjectId> alteredWith(Alteration alteration) {
        ObjectId id = alteration.to().id();
        // what is said of the constraint behind NOT NULL is compared where no parent hands it down
        boolean recurses = alteration.aspect() == Aspect.COLUMN_TYPE || alteration.aspect() == Aspect.COLUMN_NOT_NULL
                || alteration.aspect() == Aspect.COLUMN_GENERATED;
        if (!recurses || !(alteration.to() instanceof Column)) {
            return Optional.empty();
        }
        Predicate<ObjectId> isAlteredAlike = column -> replacements.altered().getOrDefault(column, List.of()).stream()
                .anyMatch(other -> KeptNotNulls.agree(other, alteration) && !nullable.areSparedBy(other));
        return parentsAfter.getOrDefault(id.parent(), List.of()).stream()
                .filter(parent -> parentsBefore.getOrDefault(id.parent(), List.of()).contains(parent))
                .map(parent -> ObjectId.column(parent, id.name())).filter(isAlteredAlike).findFirst()
                .or(() -> alteration.aspect() == Aspect.COLUMN_TYPE ? ancestors.retyping(id, isAlteredAlike)
                        : Optional.empty());
    }

    /** A column that leaves the parent but stays in a child is dropped from the parent alone, or its values would go too. */
    static boolean isKeptByChildren(ObjectId id, Schema to, Replacements replacements) {
        return id.kind() == ObjectKind.COLUMN && to.all(Inheritance.class).filter(tie -> tie.inherits().equals(id.parent()))
                .map(tie -> ObjectId.column(tie.id().parent(), id.name()))
                .anyMatch(column -> to.contains(column) && !replacements.isDropped(column));
    }

    /** The tables that the table has its columns from in the end. */
    List<ObjectId> parentsOf(ObjectId table) {
        return parentsAfter.getOrDefault(table, List.of());
    }
}
