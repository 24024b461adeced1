package io.quarkiverse.dibs.plan;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/** Orders what comes to be under a table, as a partition or as a child, among what comes and goes in both. */
final class Attachments {

    /** What a new child has from its parent as that is just then, or gets with it. */
    private static final Set<Aspect> HANDED_DOWN_ONCE = EnumSet.of(Aspect.COLUMN_STATISTICS, Aspect.COLUMN_COMPRESSION,
            Aspect.COLUMN_STORAGE);

    private final Diff diff;
    private final Schema to;
    private final Dependencies before;
    private final Dependencies after;
    private final Folding folding;
    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final SortedMap<ObjectId, List<Action>> alters;
    /** Which indexes of partitions a partitioned index is to have. */
    private final Map<ObjectId, List<IndexPartition>> indexTies;
    // what is asked for each of a table's many partitions, by the table
    private final Map<ObjectId, List<Action>> statistics = new HashMap<>();
    private final Map<ObjectId, List<Action>> leaving = new HashMap<>();
    private final Map<ObjectId, List<Action>> columnsComeAndGo = new HashMap<>();

    /** The maps are those of a graph that is still to be filled. */
    Attachments(Diff diff, Dependencies before, Dependencies after, Folding folding, Map<ObjectId, Action> dropOf,
            Map<ObjectId, Action> createOf, SortedMap<ObjectId, List<Action>> alters) {
        this.diff = diff;
        this.to = diff.to();
        this.before = before;
        this.after = after;
        this.folding = folding;
        this.dropOf = dropOf;
        this.createOf = createOf;
        this.alters = alters;
        this.indexTies = to.all(IndexPartition.class).collect(Collectors.groupingBy(IndexPartition::partitionOf));
    }

    void orderCreate(Action create, DbObject member) {
        ObjectId id = member.id();
        // a new table that inherits has no parts before it is there
        boolean isAttached = create.id.equals(id);
        if (member instanceof Inheritance tie) {
            if (isAttached) {
                attachAfterOwnParts(create, id);
                attachAfterPartsOf(create, tie.inherits());
            }
            comeAfterStatistics(create, tie.inherits());
        } else if (member instanceof Partition tie) {
            if (isAttached) {
                attachAfterOwnParts(create, id);
                attachWithColumns(create, id.parent());
                attachWithColumns(create, tie.partitionOf());
                attachAfterOthersLeft(create, tie.partitionOf());
            }
            comeAfterStatistics(create, tie.partitionOf());
        } else if (member instanceof Column column) {
            orderColumn(create, column);
        }
        if (!id.equals(create.id) && KeptAncestors.isHandedDown(id) && folding.ancestors().bringing(id).isPresent()) {
            onceTiesAreThere(create, id);
        }
    }

    private void orderColumn(Action create, Column column) {
        ObjectId id = column.id();
        List<ObjectId> parents = folding.parentsOf(id.parent());
        if (parents.isEmpty()) {
            return;
        }
        List<Action> above = parents.stream()
                .map(parent -> createOf.get(ObjectId.column(parent, id.name())))
                .filter(other -> other != null && other.id.kind() == ObjectKind.COLUMN).toList();
        if (!column.inherited()) {
            above.forEach(other -> other.needs(create, () -> id + " is the table's own and merged with it"));
        } else if (create.id.equals(id.parent())) {
            // what is said of it in the new table is said when it is there
            above.forEach(create::wishes);
        }
    }

    /** A column that gets another type with that of a table far above does so once the tables between are those to be. */
    void orderRetype(Action retype) {
        retype.also.stream().map(alteration -> alteration.to().id())
                .filter(column -> folding.staying(column).map(column::withParent).noneMatch(above -> above.equals(retype.id)
                        || retype.also.stream().anyMatch(alteration -> alteration.to().id().equals(above))))
                .forEach(column -> onceTiesAreThere(retype, column));
    }

    /** Whether the part goes with that of a table far above. */
    boolean goesWithAncestor(Action drop, ObjectId part) {
        return !part.equals(drop.id) && drop.before != null && KeptAncestors.isHandedDown(part)
                && folding.ancestors().takingAway(part).isPresent();
    }

    /** What comes to a table from afar, or goes there, does so when the tables between are those that are to be. */
    void onceTiesAreThere(Action action, ObjectId part) {
        KeptAncestors ancestors = folding.ancestors();
        List<Action> ties = ancestors.beginning(part.parent(), action.id.parent()).map(createOf::get)
                .filter(tie -> tie != null && tie != action).toList();
        ties.forEach(tie -> action.needs(tie, () -> part + " comes, goes or changes with " + action.id));
        if (action.type != Action.Type.CREATE) {
            ancestors.ending(part.parent(), action.id.parent()).map(dropOf::get).filter(leave -> leave != null)
                    .forEach(leave -> ties.forEach(tie -> leave.needs(tie, () -> part + " would become the table's own")));
        }
        if (action.type == Action.Type.DROP) {
            ancestors.goingBetween(part.parent(), action.id.parent()).map(part::withParent)
                    .flatMap(between -> before.usersOf(between).stream()).map(dropOf::get)
                    .filter(user -> user != null && user != action && user.id.kind() != ObjectKind.TABLE)
                    .forEach(user -> action.needs(user, () -> user.id + " needs what goes with " + action.id));
        }
    }

    /**
     * A partition that brings its indexes and keys along keeps them; one without gets new ones under names of Postgres' choice.
     */
    private void attachAfterOwnParts(Action attach, ObjectId partition) {
        boolean partsLater = SubPartitions.comeAfter(partition.parent(), to, after, createOf);
        for (ObjectId user : after.usersOf(partition.parent())) {
            Action other = createOf.get(user);
            if (other == null) {
                continue;
            }
            if (partsLater && user.kind() == ObjectKind.PARTITION && !user.equals(partition)) {
                other.needs(attach, () -> "a partition has the identity columns that its parent has by then");
            } else if (user.kind() == ObjectKind.INDEX || user.kind() == ObjectKind.PRIMARY_KEY
                    || user.kind() == ObjectKind.UNIQUE
                    || diff.inheritedAfter().contains(user) && folding.ancestors().bringing(user).isEmpty()) {
                attach.needs(other, () -> "the partition brings its own " + user);
                // an index that lacks those of its own partitions is not valid, and Postgres would build another
                (partsLater ? List.<IndexPartition> of() : indexTies.getOrDefault(user, List.of())).stream()
                        .map(tie -> createOf.get(tie.id())).filter(Objects::nonNull).forEach(tie -> attach.needs(tie,
                                () -> user + " is whole once those of its partitions are tied to it"));
            }
        }
    }

    /** What the parent hands down is there when a child comes, or what the child brings for that would become its own. */
    private void attachAfterPartsOf(Action attach, ObjectId parent) {
        after.usersOf(parent).stream().filter(part -> parent.equals(part.parent()) && KeptAncestors.isHandedDown(part))
                .map(createOf::get).filter(Objects::nonNull).forEach(attach::wishes);
    }

    /**
     * What is set for a column of the parent goes over to the children that are there, also to those that want it otherwise.
     */
    private void comeAfterStatistics(Action child, ObjectId parent) {
        statistics.computeIfAbsent(parent, table -> after.usersOf(table).stream()
                .filter(user -> user.kind() == ObjectKind.COLUMN && table.equals(user.parent()))
                .flatMap(column -> alters.getOrDefault(column, List.of()).stream())
                .filter(alter -> HANDED_DOWN_ONCE.contains(alter.alteration.aspect())).toList())
                .forEach(alter -> child.needs(alter,
                        () -> alter.id + " gets its " + alter.alteration.aspect().label() + " without " + child.id));
    }

    /** No two partitions are there for the same rows: the one that is may be the same one under its former name. */
    private void attachAfterOthersLeft(Action attach, ObjectId parent) {
        if (dropOf.containsKey(parent)) {
            // all have left before that was dropped, and it is there before this one comes
            return;
        }
        leaving.computeIfAbsent(parent, table -> before.usersOf(table).stream()
                .filter(user -> user.kind() == ObjectKind.PARTITION).map(dropOf::get).filter(Objects::nonNull)
                .toList())
                .forEach(leave -> attach.needs(leave, () -> "another partition leaves " + parent + " first"));
    }

    /** A partition has the columns of its parent and no others from the moment on that it is one. */
    private void attachWithColumns(Action attach, ObjectId table) {
        columnsComeAndGo.computeIfAbsent(table, of -> Stream
                .concat(before.usersOf(of).stream().map(dropOf::get), after.usersOf(of).stream().map(createOf::get))
                .filter(action -> action != null && action.id.kind() == ObjectKind.COLUMN && action.id.parent().equals(of))
                .toList())
                .forEach(action -> attach.needs(action, () -> "a partition has the columns of its parent and no others"));
    }
}
