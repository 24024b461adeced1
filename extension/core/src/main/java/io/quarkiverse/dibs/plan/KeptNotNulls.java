package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;

/**
 * {@code DROP NOT NULL} of a table with partitions or children takes it from all of them. Before: the parent's column alone.
 * After: the column of a child that is to keep its NOT NULL gets it again behind that.
 */
final class KeptNotNulls {

    private KeptNotNulls() {
    }

    /** Adds the alterations that give it back. */
    static void keep(Schema from, Schema to, Set<ObjectId> dropped, SortedMap<ObjectId, List<Alteration>> altered) {
        List<ObjectId> loosened = altered.values().stream().flatMap(List::stream).filter(KeptNotNulls::loosens)
                .map(alteration -> alteration.to().id()).toList();
        if (loosened.isEmpty()) {
            return;
        }
        Map<ObjectId, List<ObjectId>> children = children(from, to, dropped);
        for (ObjectId parent : loosened) {
            for (ObjectId child : children.getOrDefault(parent.parent(), List.of())) {
                ObjectId id = ObjectId.column(child, parent.name());
                Optional<Column> before = from.find(id, Column.class).filter(Column::notNull);
                Optional<Column> after = to.find(id, Column.class).filter(Column::notNull);
                if (before.isPresent() && after.isPresent() && !dropped.contains(id)) {
                    altered.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(new Alteration(before.get().withNotNull(false), after.get(), Aspect.COLUMN_NOT_NULL));
                }
            }
        }
    }

    private static Map<ObjectId, List<ObjectId>> children(Schema from, Schema to, Set<ObjectId> dropped) {
        return Stream.concat(
                from.all(Partition.class).filter(tie -> to.contains(tie.id()) && !dropped.contains(tie.id()))
                        .map(tie -> Map.entry(tie.partitionOf(), tie.id().parent())),
                from.all(Inheritance.class).filter(tie -> to.contains(tie.id()) && !dropped.contains(tie.id()))
                        .map(tie -> Map.entry(tie.inherits(), tie.id().parent())))
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static boolean loosens(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_NOT_NULL && !((Column) alteration.to()).notNull();
    }

    /** Whether both do the same to NOT NULL, so that the parent's statement does the child's too. */
    static boolean agree(Alteration parent, Alteration child) {
        return parent.aspect() == child.aspect()
                && (parent.aspect() != Aspect.COLUMN_NOT_NULL || loosens(parent) == loosens(child));
    }

    /** The child's comes behind those of its parents. */
    static void order(Action alter, List<ObjectId> parents, SortedMap<ObjectId, List<Action>> alters) {
        if (alter.alteration.aspect() == Aspect.COLUMN_NOT_NULL && !loosens(alter.alteration)) {
            for (ObjectId parent : parents) {
                alters.getOrDefault(ObjectId.column(parent, alter.id.name()), List.of()).stream()
                        .filter(other -> loosens(other.alteration))
                        .forEach(other -> alter.needs(other, () -> other.id + " takes it from " + alter.id + " as well"));
            }
        }
    }
}
