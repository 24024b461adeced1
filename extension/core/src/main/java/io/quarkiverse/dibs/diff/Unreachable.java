package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.Map;
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
     * A column that a table has of its own never comes to be from its parents alone, unless the table becomes a partition.
     * It is its own, too, where it gets another type between one parent and the next.
     */
    private static Stream<Unmodelled> ownColumns(Schema from, Schema to) {
        Map<ObjectId, List<ObjectId>> parents = to.all(Inheritance.class).collect(Collectors.groupingBy(
                tie -> tie.id().parent(), Collectors.mapping(Inheritance::inherits, Collectors.toList())));
        return parents.isEmpty() ? Stream.empty()
                : to.all(Column.class)
                        .filter(column -> column.inherited() && parents.containsKey(column.id().parent())
                                && from.find(column.id(), Column.class).filter(before -> !before.inherited()
                                        || !before.type().equals(column.type()) && parents.get(column.id().parent()).stream()
                                                .noneMatch(parent -> handsDown(from, parent, column)))
                                        .isPresent())
                        .map(column -> new Unmodelled(
                                "column that its table is to have from a parent alone, but has of its own too:",
                                column.id().display()));
    }

    private static boolean handsDown(Schema schema, ObjectId parent, Column column) {
        return schema.contains(Inheritance.idOf(column.id().parent(), parent))
                && schema.contains(ObjectId.column(parent, column.id().name()));
    }

    private static Stream<Unmodelled> detachings(Schema from, Schema to) {
        return to.all(Partition.class)
                .filter(tie -> tie.detaching()
                        && from.find(tie.id(), Partition.class).filter(Partition::detaching).isEmpty())
                .map(tie -> new Unmodelled("partition whose detaching is not finished", tie.id().parent().display()));
    }
}
