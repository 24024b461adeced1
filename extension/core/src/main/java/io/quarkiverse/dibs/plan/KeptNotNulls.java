package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.EnumSet;
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

    private static final Set<Aspect> OF_THE_CONSTRAINT = EnumSet.of(Aspect.COLUMN_NOT_NULL_INHERITED,
            Aspect.COLUMN_NOT_NULL_VALIDATED, Aspect.COLUMN_NOT_NULL_NAME);

    private KeptNotNulls() {
    }

    /** Adds the alterations that give it back. */
    static void keep(Schema from, Schema to, Set<ObjectId> dropped, SortedMap<ObjectId, List<Alteration>> altered) {
        List<ObjectId> loosened = altered.values().stream().flatMap(List::stream).filter(KeptNotNulls::loosens)
                .filter(alteration -> !isAlone(alteration))
                .map(alteration -> alteration.to().id()).toList();
        if (loosened.isEmpty()) {
            return;
        }
        Map<ObjectId, List<ObjectId>> children = children(from, to, dropped);
        for (ObjectId parent : loosened) {
            for (ObjectId child : children.getOrDefault(parent.parent(), List.of())) {
                ObjectId id = ObjectId.column(child, parent.name());
                Optional<Column> before = from.find(id, Column.class).filter(Column::notNull)
                        .filter(column -> !isOwnToo(column));
                Optional<Column> after = to.find(id, Column.class).filter(Column::notNull);
                if (before.isPresent() && after.isPresent() && !dropped.contains(id)) {
                    List<Alteration> alterations = altered.computeIfAbsent(id, none -> new ArrayList<>());
                    alterations.removeIf(other -> OF_THE_CONSTRAINT.contains(other.aspect()));
                    alterations.add(new Alteration(before.get().withNotNull(false), after.get(), Aspect.COLUMN_NOT_NULL));
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

    private static boolean tightens(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_NOT_NULL && !loosens(alteration);
    }

    /** Whether the children's columns are let alone: {@code NO INHERIT}. */
    private static boolean isAlone(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_NOT_NULL
                && !((Column) (loosens(alteration) ? alteration.from() : alteration.to())).handsNotNullDown();
    }

    /** Postgres 18: what the child says for itself stays when its parents do not say it any more. */
    private static boolean isOwnToo(Column child) {
        return child.notNullConstraint().filter(constraint -> constraint.inherited() && constraint.own()).isPresent();
    }

    private static boolean isHandedDownAnew(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_NOT_NULL_INHERITED && ((Column) alteration.to()).handsNotNullDown();
    }

    /** Whether both do the same to NOT NULL, so that the parent's statement does the child's too. */
    static boolean agree(Alteration parent, Alteration child) {
        return isHandedDownAnew(parent) && tightens(child)
                || !(loosens(child) && isOwnToo((Column) child.from())) && parent.aspect() == child.aspect() && !isAlone(parent)
                        && isToTheSameType(parent, child)
                        && (parent.aspect() != Aspect.COLUMN_NOT_NULL || loosens(parent) == loosens(child));
    }

    /** A column on its way through another type is altered twice. */
    private static boolean isToTheSameType(Alteration parent, Alteration child) {
        return parent.aspect() != Aspect.COLUMN_TYPE
                || ((Column) parent.to()).type().equals(((Column) child.to()).type());
    }

    /** The child's comes behind those of its parents; only what the child says for itself has to go first. */
    static void order(Action alter, List<ObjectId> parents, SortedMap<ObjectId, List<Action>> alters) {
        if (loosens(alter.alteration)) {
            for (ObjectId parent : parents) {
                alters.getOrDefault(ObjectId.column(parent, alter.id.name()), List.of()).stream()
                        .filter(other -> other != alter && (loosens(other.alteration)
                                || other.alteration.aspect() == Aspect.COLUMN_NOT_NULL_INHERITED))
                        .forEach(other -> alter.needs(other, () -> other.id + " hands it down to " + alter.id));
            }
        } else if (isHandedDownAnew(alter.alteration)) {
            for (ObjectId parent : parents) {
                alters.getOrDefault(ObjectId.column(parent, alter.id.name()), List.of()).stream()
                        .filter(other -> tightens(other.alteration) || isHandedDownAnew(other.alteration))
                        .forEach(other -> other.needs(alter, () -> alter.id + " takes none that it has for itself alone"));
            }
        } else if (tightens(alter.alteration)) {
            for (ObjectId parent : parents) {
                alters.getOrDefault(ObjectId.column(parent, alter.id.name()), List.of()).stream()
                        .filter(other -> loosens(other.alteration))
                        .forEach(other -> alter.needs(other, () -> other.id + " takes it from " + alter.id + " as well"));
            }
        }
    }
}
