package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * Columns that a table has of its own and is to have from its parents alone. Postgres makes a column its own for ever
 * ({@code attislocal}), so it has to go out of the way of one that a parent hands down, which takes over its values.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-inherit.html">inheritance</a>
 */
public final class DisownedColumns {

    private DisownedColumns() {
    }

    /** All of them, whether they can be moved or not. */
    static Stream<ObjectId> between(Schema from, Schema to) {
        Map<ObjectId, List<Inheritance>> after = to.all(Inheritance.class)
                .collect(Collectors.groupingBy(tie -> tie.id().parent()));
        return after.isEmpty() ? Stream.empty()
                : to.all(Column.class).filter(column -> column.inherited() && after.containsKey(column.id().parent())
                        && from.find(column.id(), Column.class).filter(present -> !present.inherited()).isPresent())
                        .map(Column::id);
    }

    /**
     * Those whose values can move: nothing is computed or numbered, no other table has the column from this one, and what the
     * table inherits besides stays as it is, for it has no parents meanwhile.
     */
    public static Stream<ObjectId> movable(Schema from, Schema to) {
        return between(from, to).filter(id -> isMovable(id, from, to));
    }

    static boolean isMovable(ObjectId column, Schema from, Schema to) {
        return column.parent().kind() == ObjectKind.TABLE && hasPlainValues(column, from) && hasPlainValues(column, to)
                && from.all(Inheritance.class).filter(tie -> tie.inherits().equals(column.parent()))
                        .noneMatch(tie -> from.contains(column.withParent(tie.id().parent())))
                && from.all(Column.class).filter(other -> other.inherited() && other.id().parent().equals(column.parent()))
                        .allMatch(other -> staysAsItIs(other, to));
    }

    private static boolean staysAsItIs(Column column, Schema to) {
        return to.find(column.id(), Column.class)
                .filter(wanted -> !wanted.type().equals(column.type()) || !wanted.collation().equals(column.collation())
                        || !wanted.generated().equals(column.generated()))
                .isEmpty();
    }

    private static boolean hasPlainValues(ObjectId column, Schema schema) {
        return schema.find(column, Column.class)
                .filter(present -> present.generated().isEmpty() && present.identity().isEmpty()).isPresent();
    }
}
