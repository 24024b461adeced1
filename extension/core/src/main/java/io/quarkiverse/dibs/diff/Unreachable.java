package io.quarkiverse.dibs.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Unmodelled;

/**
 * Differences for which Postgres has no statement, so that no plan makes them: they are named beside the changes, as what is
 * not modelled is.
 */
final class Unreachable {

    private Unreachable() {
    }

    static Stream<Unmodelled> between(Schema from, Schema to) {
        return Stream.concat(detachings(from, to), ownColumns(from, to));
    }

    /**
     * A column that a table has of its own never comes to be from its parents alone, unless its values move. It is its own,
     * too, where it gets another type between one parent and the next, with no table above both.
     */
    private static Stream<Unmodelled> ownColumns(Schema from, Schema to) {
        Map<ObjectId, List<ObjectId>> after = parents(to);
        Map<ObjectId, List<ObjectId>> before = after.isEmpty() ? Map.of() : parents(from);
        return after.isEmpty() ? Stream.empty()
                : Stream.concat(
                        DisownedColumns.between(from, to).filter(column -> !DisownedColumns.isMovable(column, from, to)),
                        to.all(Column.class)
                                .filter(column -> column.inherited() && after.containsKey(column.id().parent())
                                        && from.find(column.id(), Column.class)
                                                .filter(present -> present.inherited()
                                                        && !present.type().equals(column.type())
                                                        && !isBelowOne(column.id(), from, before, to, after))
                                                .isPresent())
                                .map(Column::id))
                        .map(column -> new Unmodelled(
                                "column that its table is to have from a parent alone, but has of its own too:",
                                column.display()));
    }

    private static Map<ObjectId, List<ObjectId>> parents(Schema schema) {
        return schema.all(Inheritance.class).collect(Collectors.groupingBy(tie -> tie.id().parent(),
                Collectors.mapping(Inheritance::inherits, Collectors.toList())));
    }

    /** Whether one table hands the column down before and after, by whatever way. */
    private static boolean isBelowOne(ObjectId column, Schema from, Map<ObjectId, List<ObjectId>> before, Schema to,
            Map<ObjectId, List<ObjectId>> after) {
        Set<ObjectId> above = above(column.parent(), before);
        above.retainAll(above(column.parent(), after));
        return above.stream().map(column::withParent).anyMatch(one -> from.contains(one) && to.contains(one));
    }

    private static Set<ObjectId> above(ObjectId table, Map<ObjectId, List<ObjectId>> parents) {
        Set<ObjectId> above = new HashSet<>();
        Deque<ObjectId> queue = new ArrayDeque<>(List.of(table));
        while (!queue.isEmpty()) {
            parents.getOrDefault(queue.remove(), List.of()).stream().filter(above::add).forEach(queue::add);
        }
        return above;
    }

    private static Stream<Unmodelled> detachings(Schema from, Schema to) {
        return to.all(Partition.class)
                .filter(tie -> tie.detaching()
                        && from.find(tie.id(), Partition.class).filter(Partition::detaching).isEmpty())
                .map(tie -> new Unmodelled("partition whose detaching is not finished", tie.id().parent().display()));
    }
}
