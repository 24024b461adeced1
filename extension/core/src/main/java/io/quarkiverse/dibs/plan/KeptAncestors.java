package io.quarkiverse.dibs.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Tables that a table inherits from before and after, by way of others that come or go. What such a one gets or loses, a
 * column or a check, the table gets or loses with it, if that happens once the table has its new parents. Otherwise what is
 * handed down becomes the table's own, and has no way back.
 */
final class KeptAncestors {

    private final Schema from;
    private final Schema to;
    private final Replacements replacements;
    private final Map<ObjectId, List<Inheritance>> before;
    private final Map<ObjectId, List<Inheritance>> after;
    private final boolean none;
    /** What new tables in between have to be there for. */
    private final Set<ObjectId> awaited = new HashSet<>();

    KeptAncestors(Diff diff, Replacements replacements) {
        this.from = diff.from();
        this.to = diff.to();
        this.replacements = replacements;
        // while a tie is made anew nothing comes or goes by it
        this.before = ties(from, tie -> replacements.isDropped(tie.id()) && replacements.isCreated(tie.id()));
        this.after = ties(to, tie -> false);
        this.none = before.isEmpty() || after.isEmpty();
        if (!none) {
            Stream.concat(to.all(Column.class).filter(Column::inherited).map(Column::id), diff.inheritedAfter().stream())
                    .filter(replacements::isCreated).forEach(part -> bringing(part).ifPresent(awaited::add));
        }
    }

    private static Map<ObjectId, List<Inheritance>> ties(Schema schema, Predicate<Inheritance> except) {
        Map<ObjectId, List<Inheritance>> ties = new HashMap<>();
        schema.all(Inheritance.class).filter(except.negate())
                .forEach(tie -> ties.merge(tie.id().parent(), List.of(tie),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return ties;
    }

    /** The same column or check of the ancestor whose creation brings this one along. */
    Optional<ObjectId> bringing(ObjectId part) {
        ObjectId table = part.parent();
        if (none || replacements.isCreated(table) || !isElsewhere(part, replacements::isCreated)) {
            return Optional.empty();
        }
        return above(before, table).stream().filter(ancestor -> isAbove(after, table, ancestor)
                && replacements.isCreated(part.withParent(ancestor)) && !replacements.isCreated(ancestor)
                && comesBy(after, to, part, ancestor)).map(part::withParent).findFirst();
    }

    /** The same for a part of a new table, which is there before it. */
    Optional<ObjectId> bringingToNew(ObjectId part) {
        return awaited.isEmpty() || !replacements.isCreated(part.parent()) ? Optional.empty()
                : above(after, part.parent()).stream().map(part::withParent).filter(awaited::contains).findFirst();
    }

    /** The same column or check of the ancestor whose drop takes this one along. */
    Optional<ObjectId> takingAway(ObjectId part) {
        ObjectId table = part.parent();
        if (none || replacements.isDropped(table) || !isElsewhere(part, replacements::isDropped)) {
            return Optional.empty();
        }
        return above(before, table).stream().filter(ancestor -> isAbove(after, table, ancestor)
                && replacements.isDropped(part.withParent(ancestor)) && !replacements.isDropped(ancestor)
                && comesBy(before, from, part, ancestor) && isLostByParents(part) && !isHandedDownAnew(part)
                && !Folding.isKeptByChildren(part.withParent(ancestor), to, replacements)).map(part::withParent).findFirst();
    }

    /** The same column of the ancestor whose new type this one gets with it. */
    Optional<ObjectId> retyping(ObjectId column, Predicate<ObjectId> retyped) {
        ObjectId table = column.parent();
        if (none || !before.containsKey(table) || !after.containsKey(table) || !isElsewhere(column, retyped)) {
            return Optional.empty();
        }
        return above(before, table).stream().filter(ancestor -> isAbove(after, table, ancestor)
                && retyped.test(column.withParent(ancestor)) && comesBy(before, from, column, ancestor)
                && comesBy(after, to, column, ancestor)).map(column::withParent).findFirst();
    }

    /** The ties below the ancestor that the table, or one that stays between the two, loses. */
    Stream<ObjectId> ending(ObjectId table, ObjectId ancestor) {
        return ties(before, table, ancestor).filter(replacements::isDropped);
    }

    /** Those that they get. */
    Stream<ObjectId> beginning(ObjectId table, ObjectId ancestor) {
        return ties(after, table, ancestor).filter(replacements::isCreated);
    }

    private static Stream<ObjectId> ties(Map<ObjectId, List<Inheritance>> ties, ObjectId table, ObjectId ancestor) {
        Set<ObjectId> way = above(ties, table);
        way.add(table);
        return way.stream().filter(one -> isAbove(ties, one, ancestor)).flatMap(one -> ties.get(one).stream())
                .map(Inheritance::id);
    }

    /** Tables between the two that go. */
    Stream<ObjectId> goingBetween(ObjectId table, ObjectId ancestor) {
        return above(before, table).stream().filter(one -> replacements.isDropped(one) && isAbove(before, one, ancestor));
    }

    /** Whether none of the parents that stay is the next to get it or to lose it. */
    private boolean isElsewhere(ObjectId part, Predicate<ObjectId> changes) {
        List<Inheritance> present = before.getOrDefault(part.parent(), List.of());
        List<Inheritance> wanted = after.getOrDefault(part.parent(), List.of());
        return !present.isEmpty() && !wanted.isEmpty() && present.stream().map(Inheritance::inherits)
                .filter(parent -> wanted.stream().anyMatch(tie -> tie.inherits().equals(parent)))
                .noneMatch(parent -> changes.test(part.withParent(parent)));
    }

    private boolean isLostByParents(ObjectId part) {
        return before.get(part.parent()).stream().map(tie -> part.withParent(tie.inherits()))
                .allMatch(above -> !from.contains(above) || replacements.isDropped(above));
    }

    private boolean isHandedDownAnew(ObjectId part) {
        return from.all(Inheritance.class).anyMatch(tie -> tie.id().parent().equals(part.parent())
                && replacements.isDropped(tie.id()) && replacements.isCreated(tie.id())
                && from.contains(part.withParent(tie.inherits())));
    }

    /** Whether all parents that hand it down have it from the ancestor. */
    private static boolean comesBy(Map<ObjectId, List<Inheritance>> ties, Schema schema, ObjectId part, ObjectId ancestor) {
        return ties.get(part.parent()).stream().map(Inheritance::inherits)
                .filter(parent -> schema.contains(part.withParent(parent)))
                .allMatch(parent -> parent.equals(ancestor) || isAbove(ties, parent, ancestor));
    }

    private static boolean isAbove(Map<ObjectId, List<Inheritance>> ties, ObjectId table, ObjectId ancestor) {
        return above(ties, table).contains(ancestor);
    }

    /** Nearest first. */
    private static Set<ObjectId> above(Map<ObjectId, List<Inheritance>> ties, ObjectId table) {
        Set<ObjectId> above = new LinkedHashSet<>();
        Deque<ObjectId> queue = new ArrayDeque<>(List.of(table));
        while (!queue.isEmpty()) {
            ties.getOrDefault(queue.remove(), List.of()).stream().map(Inheritance::inherits).filter(above::add)
                    .forEach(queue::add);
        }
        return above;
    }

    /** Whether it is a thing that is handed down. */
    static boolean isHandedDown(ObjectId part) {
        return part.kind() == ObjectKind.COLUMN || part.kind() == ObjectKind.CHECK;
    }
}
