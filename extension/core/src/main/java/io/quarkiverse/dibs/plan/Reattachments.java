package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Orders what happens around a partition that is detached for a while, say for other bounds: nothing reaches it through its
 * parent then, so the columns of both change on their own in between, and are alike again when it is attached.
 */
final class Reattachments {

    private final Map<ObjectId, Action> dropOf;
    private final Map<ObjectId, Action> createOf;
    /** The foreign keys by the table that they point to. */
    private Map<ObjectId, List<ForeignKey>> keys;

    Reattachments(Map<ObjectId, Action> dropOf, Map<ObjectId, Action> createOf) {
        this.dropOf = dropOf;
        this.createOf = createOf;
    }

    void order(Schema from, List<Action> actions) {
        finishFirst(from);
        keys = from.all(ForeignKey.class).collect(Collectors.groupingBy(ForeignKey::referencedTable));
        for (Partition tie : from.all(Partition.class).toList()) {
            Action detach = dropOf.get(tie.id());
            Action attach = createOf.get(tie.id());
            keysAround(tie, detach, attach);
            if (detach == null || attach == null || !detach.id.equals(tie.id()) || !attach.id.equals(tie.id())) {
                continue;
            }
            columnsBetween(actions, tie.id().parent(), tie.partitionOf(), detach, attach);
        }
        for (Inheritance tie : from.all(Inheritance.class).toList()) {
            Action detach = dropOf.get(tie.id());
            Action attach = createOf.get(tie.id());
            if (detach != null && attach != null && detach.id.equals(tie.id()) && attach.id.equals(tie.id())) {
                columnsBetween(actions, tie.id().parent(), tie.inherits(), detach, attach);
            }
        }
        for (IndexPartition tie : from.all(IndexPartition.class).toList()) {
            Action untie = dropOf.get(tie.id());
            Action detach = dropOf.get(Partition.idOf(Folding.tableOf(from, tie.id().parent())));
            if (untie != null && detach != null && detach.id.kind() == ObjectKind.PARTITION) {
                untie.needs(detach, () -> tie.id().parent() + " is the partition's own once it is detached");
            }
        }
    }

    private static void columnsBetween(List<Action> actions, ObjectId child, ObjectId parent, Action detach, Action attach) {
        for (Action action : actions) {
            if (touched(action).anyMatch(
                    id -> id.kind() == ObjectKind.COLUMN && (parent.equals(id.parent()) || child.equals(id.parent())))) {
                action.needs(detach, () -> child + " does not follow its parent while it is detached");
                attach.needs(action, () -> "the columns of a partition are those of its parent");
            }
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
    private void keysAround(Partition tie, Action detach, Action attach) {
        for (ForeignKey key : keys.getOrDefault(tie.partitionOf(), List.of())) {
            Action drop = dropOf.get(key.id());
            if (detach != null && drop != null && drop.id.equals(key.id())) {
                detach.needs(drop, () -> key.id() + " points to rows of " + tie.id().parent());
            }
            Action create = createOf.get(key.id());
            if (attach != null && create != null) {
                create.wishes(attach);
            }
        }
    }

    private static Stream<ObjectId> touched(Action action) {
        return Stream.concat(Stream.of(action.id),
                Stream.concat(action.members.stream().map(DbObject::id),
                        action.also.stream().map(Alteration::to).map(DbObject::id)));
    }
}
