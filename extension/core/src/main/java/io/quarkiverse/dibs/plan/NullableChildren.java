package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * Children with nulls where their parent has none, which Postgres allows before 18: they lose what they get when they are
 * created, have it for a moment when they get that parent, and are left alone when the parent gets it.
 */
public final class NullableChildren {

    private final Schema to;
    private final Map<ObjectId, List<ObjectId>> children = new HashMap<>();

    public NullableChildren(Schema to) {
        this.to = to;
        to.all(Inheritance.class)
                .forEach(tie -> children.computeIfAbsent(tie.inherits(), parent -> new ArrayList<>()).add(tie.id().parent()));
    }

    /** Whether the alteration gives a column NOT NULL that one below it is to be without. */
    public boolean areSparedBy(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_NOT_NULL && alteration.to() instanceof Column column
                && column.handsNotNullDown() && isWithoutBelow(column.id());
    }

    /** Whether a column below is to have nulls, so that NOT NULL comes to this one alone. */
    boolean isWithoutBelow(ObjectId column) {
        return children.getOrDefault(column.parent(), List.of()).stream().map(column::withParent)
                .anyMatch(below -> to.find(below, Column.class).filter(one -> !one.notNull()).isPresent()
                        || isWithoutBelow(below));
    }

    /** What stands behind the creation of a child. */
    List<String> afterCreate(List<Column> columns, List<Inheritance> ties, WriteContext context) {
        return columns.stream().filter(column -> ties.stream().anyMatch(tie -> isWithout(to, column, tie)))
                .flatMap(column -> loosen(column, context)).toList();
    }

    /** What stands before {@code INHERIT}. */
    List<String> before(Inheritance tie, WriteContext context) {
        return without(tie).flatMap(column -> DdlWriter.alter(
                new Alteration(column, column.withNotNull(true), Aspect.COLUMN_NOT_NULL), context.withOnly(true)).stream())
                .toList();
    }

    /** What stands behind it. */
    List<String> after(Inheritance tie, WriteContext context) {
        return without(tie).flatMap(column -> loosen(column, context)).toList();
    }

    /** Whether rows of the table are looked at before it can have this parent. */
    static boolean haveToPass(Schema to, Inheritance tie) {
        return without(to, tie).findAny().isPresent();
    }

    private Stream<Column> without(Inheritance tie) {
        return without(to, tie);
    }

    private static Stream<Column> without(Schema to, Inheritance tie) {
        return to.all(Column.class)
                .filter(column -> column.id().parent().equals(tie.id().parent()) && isWithout(to, column, tie));
    }

    private static boolean isWithout(Schema to, Column column, Inheritance tie) {
        return !column.notNull() && to.find(column.id().withParent(tie.inherits()), Column.class)
                .filter(Column::handsNotNullDown).isPresent();
    }

    private static Stream<String> loosen(Column column, WriteContext context) {
        return DdlWriter.alter(new Alteration(column.withNotNull(true), column, Aspect.COLUMN_NOT_NULL),
                context.withOnly(true)).stream();
    }
}
