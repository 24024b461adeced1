package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Orders what happens around a table that leaves its parent, for good or for a while, say for other bounds: nothing reaches it
 * through its parent then, so the columns of both change on their own, and are alike again when it is attached.
 */
final class Reattachments {

    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    private final Map<ObjectId, Action> swapOf;
    /** What is done to parts of a table, in the order of all actions. */
    private final Map<ObjectId, List<Action>> partsOf = new HashMap<>();
    /** The foreign keys by the table that they point to. */
    private Map<ObjectId, List<ForeignKey>> keys;
    /** The foreign keys by the table that has them. */
    private Map<ObjectId, List<ForeignKey>> ownKeys;

    Reattachments(Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf, Map<ObjectId, Action> swapOf) {
        this.dropOf = dropOf;
        this.createOf = createOf;
        this.swapOf = swapOf;
    }

    void order(Schema from, List<Action> actions) {
        finishFirst(from);
        if (from.all(Partition.class).findAny().isPresent() || from.all(Inheritance.class).findAny().isPresent()) {
            actions.forEach(this::addToTables);
        }
        keys = from.all(ForeignKey.class).collect(Collectors.groupingBy(ForeignKey::referencedTable));
        ownKeys = from.all(ForeignKey.class).collect(Collectors.groupingBy(key -> key.id().parent()));
        for (Partition tie : from.all(Partition.class).toList()) {
            keysAround(from, tie, dropOf.get(tie.id()), createOf.get(tie.id()));
            columnsAround(from, tie.id(), tie.partitionOf());
        }
        newKeysAfterOldPartitions(from, actions);
        newKeysAfterThoseOfPartitions(from, actions);
        for (Inheritance tie : from.all(Inheritance.class).toList()) {
            columnsAround(from, tie.id(), tie.inherits());
            retypedBetweenParents(from, actions, tie);
        }
        for (IndexPartition tie : from.all(IndexPartition.class).toList()) {
            Action untie = dropOf.get(tie.id());
            Action detach = dropOf.get(Partition.idOf(Folding.tableOf(from, tie.id().parent())));
            if (untie != null && detach != null && detach.id.kind() == ObjectKind.PARTITION) {
                untie.needs(detach, () -> tie.id().parent() + " is the partition's own once it is detached");
            }
        }
    }

    /**
     * What its parents do to their columns and checks reaches a table until it leaves, and is for it to do until it is back.
     */
    private void columnsAround(Schema from, ObjectId tie, ObjectId parent) {
        Action detach = dropOf.get(tie);
        ObjectId child = tie.parent();
        boolean leaves = detach != null && detach.id.equals(tie);
        if (detach == null || !leaves && !detach.id.equals(child)) {
            return;
        }
        Action attach = createOf.get(tie);
        boolean comesBack = attach != null && attach.id.equals(tie);
        Set<ObjectId> above = new HashSet<>();
        addAbove(from, parent, above);
        for (Action action : about(above, child)) {
            if (action.type == Action.Type.RENAME && action.sequence != 1) {
                if (leaves && action.id.kind() == ObjectKind.COLUMN && above.contains(action.id.parent())) {
                    detach.needs(action, () -> "the columns of " + child + " are renamed with those of its parent");
                }
                continue;
            }
            if (leaves && action.type == Action.Type.RENAME && child.equals(action.id.parent())) {
                // a column that another takes the place of is the table's own by then
                action.needs(detach, () -> action.id + " is inherited until then");
            }
            boolean key = action.type == Action.Type.ALTER && action.id.kind() == ObjectKind.FOREIGN_KEY;
            if (touched(action).anyMatch(id -> (id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.CHECK || key)
                    && (above.contains(id.parent()) || comesBack && child.equals(id.parent())))) {
                if (leaves) {
                    action.needs(detach, () -> child + " does not follow its parent while it is detached");
                } else {
                    // what reads the column of a table that goes would hold on to the parent's
                    action.wishes(detach);
                }
                boolean goesLater = action.type == Action.Type.DROP && swapOf.containsKey(action.id)
                        && tie.kind() == ObjectKind.INHERITANCE;
                if (comesBack && !goesLater) {
                    attach.needs(action, () -> "the columns of a partition are those of its parent");
                }
            }
        }
    }

    private void addToTables(Action action) {
        Set<ObjectId> tables = new HashSet<>();
        touched(action).filter(id -> action.type == Action.Type.RENAME || id.kind() == ObjectKind.COLUMN
                || id.kind() == ObjectKind.CHECK || id.kind() == ObjectKind.FOREIGN_KEY).map(ObjectId::parent)
                .filter(table -> table != null && tables.add(table))
                .forEach(table -> partsOf.computeIfAbsent(table, of -> new ArrayList<>()).add(action));
    }

    private List<Action> about(Set<ObjectId> above, ObjectId child) {
        return Stream.concat(above.stream(), Stream.of(child)).distinct()
                .flatMap(table -> partsOf.getOrDefault(table, List.of()).stream()).distinct()
                .sorted(Comparator.comparingInt(action -> action.rank)).toList();
    }

    /** A table that leaves one parent for another gives its columns other types in between. */
    private void retypedBetweenParents(Schema from, List<Action> actions, Inheritance tie) {
        Action leave = dropOf.get(tie.id());
        ObjectId child = tie.id().parent();
        if (leave == null || !leave.id.equals(tie.id()) || createOf.containsKey(tie.id())) {
            return;
        }
        List<Action> retyped = actions.stream().filter(action -> action.type == Action.Type.ALTER
                && action.alteration.aspect() == Aspect.COLUMN_TYPE && child.equals(action.id.parent())
                && from.contains(ObjectId.column(tie.inherits(), action.id.name()))).toList();
        for (Action retype : retyped) {
            retype.needs(leave, () -> retype.id + " has the type of its parent's until then");
            actions.stream().filter(action -> action.type == Action.Type.CREATE && action.id.kind() == ObjectKind.INHERITANCE
                    && child.equals(action.id.parent()))
                    .forEach(join -> join.needs(retype, () -> retype.id + " has the type of its parent's from then on"));
        }
    }

    /** The tables that the table is a part of, near and far. */
    static Set<ObjectId> above(Schema schema, ObjectId table) {
        Set<ObjectId> above = new LinkedHashSet<>();
        addAbove(schema, table, above);
        above.remove(table);
        return above;
    }

    private static void addAbove(Schema from, ObjectId table, Set<ObjectId> above) {
        if (above.add(table)) {
            from.find(Partition.idOf(table), Partition.class).ifPresent(tie -> addAbove(from, tie.partitionOf(), above));
            from.all(Inheritance.class).filter(tie -> tie.id().parent().equals(table)).map(Inheritance::inherits)
                    .forEach(parent -> addAbove(from, parent, above));
        }
    }

    /** What was begun is finished before another partition of the table leaves it. */
    private void finishFirst(Schema from) {
        from.all(Partition.class).filter(tie -> tie.detaching() && dropOf.containsKey(tie.id())).toList()
                .forEach(begun -> from.all(Partition.class)
                        .filter(tie -> tie.partitionOf().equals(begun.partitionOf()) && dropOf.containsKey(tie.id()))
                        .forEach(tie -> dropOf.get(tie.id()).needs(dropOf.get(begun.id()),
                                () -> "the detaching of " + begun.id().parent() + " was begun")));
    }

    /** Rows that keys point to may not leave, nor come late: the keys are dropped before and created afterwards. */
    private void keysAround(Schema from, Partition tie, Action detach, Action attach) {
        Set<ObjectId> above = new LinkedHashSet<>();
        if (!keys.isEmpty() && (detach != null || attach != null)) {
            addAbove(from, tie.partitionOf(), above);
        }
        for (ForeignKey key : above.stream().flatMap(table -> keys.getOrDefault(table, List.of()).stream()).toList()) {
            Action drop = dropOf.get(key.id());
            if (detach != null && drop != null && drop.id.equals(key.id())) {
                detach.needs(drop, () -> key.id() + " points to rows of " + tie.id().parent());
            }
            Action create = createOf.get(key.id());
            if (attach != null && create != null) {
                create.wishes(attach);
            }
        }
        for (ForeignKey key : ownKeys.getOrDefault(tie.partitionOf(), List.of())) {
            Action drop = dropOf.get(key.id());
            boolean toItself = above.contains(key.referencedTable());
            boolean stays = !dropOf.containsKey(tie.id().parent());
            if (detach != null && drop != null && drop.id.equals(key.id()) && detach.id.equals(tie.id()) && !toItself
                    && stays) {
                drop.needs(detach, () -> tie.id().parent() + " keeps " + key.id() + " as its own");
            }
        }
    }

    /** A partition that a key points to may not leave, so a new key does not see those that leave. */
    private void newKeysAfterOldPartitions(Schema from, List<Action> actions) {
        List<Action> created = newKeys(actions);
        for (Partition tie : created.isEmpty() ? List.<Partition> of() : from.all(Partition.class).toList()) {
            Action leave = dropOf.get(tie.id());
            if (leave != null) {
                Set<ObjectId> above = new HashSet<>();
                addAbove(from, tie.partitionOf(), above);
                created.stream().filter(key -> above.contains(((ForeignKey) key.after).referencedTable()))
                        .forEach(key -> key.needs(leave, () -> "a partition leaves what " + key.id + " points to"));
            }
        }
    }

    /**
     * A key that a partition has becomes a part of its parent's new one if it is like that by then, and else stays beside it.
     */
    private static void newKeysAfterThoseOfPartitions(Schema from, List<Action> actions) {
        List<Action> created = newKeys(actions);
        for (Action alter : created.isEmpty() ? List.<Action> of() : actions) {
            if (alter.type == Action.Type.ALTER && alter.alteration.to() instanceof ForeignKey key) {
                Set<ObjectId> above = new HashSet<>();
                addAbove(from, key.id().parent(), above);
                created.stream().filter(create -> above.contains(create.id.parent())
                        && ((ForeignKey) create.after).columns().equals(key.columns()))
                        .forEach(create -> create.needs(alter, () -> key.id() + " becomes a part of it"));
            }
        }
    }

    private static List<Action> newKeys(List<Action> actions) {
        return actions.stream().filter(action -> action.type == Action.Type.CREATE && action.after instanceof ForeignKey)
                .toList();
    }

    private static Stream<ObjectId> touched(Action action) {
        return Stream.concat(Stream.of(action.id),
                Stream.concat(action.members.stream().map(DbObject::id),
                        action.also.stream().map(Alteration::to).map(DbObject::id)));
    }
}
