package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.NotNull;

/** SQL for the constraint behind a column's NOT NULL (manual, ALTER TABLE, of Postgres 18). */
final class NotNullSql {

    private NotNullSql() {
    }

    /** What a column's definition says of it, with a space before it. */
    static String inline(Column column, boolean inKey) {
        Optional<NotNull> constraint = column.notNullConstraint();
        Optional<String> name = constraint.flatMap(known -> known.nameToWrite(column.id()));
        // an identity column is NOT NULL without saying so
        if (!column.notNull() || !column.hasNoNulls() || column.identity().isPresent() && name.isEmpty()) {
            return "";
        }
        boolean noInherit = constraint.filter(NotNull::noInherit).isPresent() && !isImplied(column, inKey);
        return name.map(given -> " CONSTRAINT " + Identifiers.quote(given)).orElse("") + " NOT NULL"
                + (noInherit ? " NO INHERIT" : "");
    }

    /** The column for a table in which another one may still have a name that Postgres once chose. */
    static Column forTableThatIs(Column column) {
        return column.withNotNullConstraint(
                column.notNullConstraint().map(constraint -> constraint.withName(constraint.givenName())));
    }

    /** What the definition of a column cannot say of it. */
    static List<String> following(Column column, boolean inKey, WriteContext context) {
        if (column.notNull() && !column.hasNoNulls()) {
            return List.of(set(column, context));
        } else if (column.notNull() && !column.handsNotNullDown() && isImplied(column, inKey)) {
            return List.of(inherit(column, column));
        }
        return List.of();
    }

    /** Whether a column that is added to a table gets its NOT NULL only after that, so that the rows are looked at. */
    static boolean isSaidApart(Column column) {
        return column.notNull() && !column.handsNotNullDown() && column.identity().isEmpty();
    }

    /** Identity and primary key bring a NOT NULL that goes over to children, which only later does not. */
    private static boolean isImplied(Column column, boolean inKey) {
        return inKey || column.identity().isPresent();
    }

    static String set(Column column, WriteContext context) {
        Optional<NotNull> constraint = column.notNullConstraint();
        boolean noInherit = constraint.filter(NotNull::noInherit).isPresent();
        boolean notValid = constraint.filter(known -> !known.validated()).isPresent();
        // one that is to be validated later is named as it will be called then
        Optional<String> name = notValid ? constraint.flatMap(NotNull::name) : given(column);
        if (name.isEmpty() && !noInherit && !notValid) {
            return ColumnSql.head(column, context) + "SET NOT NULL";
        }
        return ObjectNames.alter(column.id().parent(), context) + " ADD "
                + name.map(given -> "CONSTRAINT " + Identifiers.quote(given) + " ").orElse("") + "NOT NULL "
                + Identifiers.quote(column.id().name()) + (noInherit ? " NO INHERIT" : "") + (notValid ? " NOT VALID" : "");
    }

    static String inherit(Column from, Column to) {
        return ObjectNames.alter(to.id().parent()) + " ALTER CONSTRAINT " + present(from)
                + (to.handsNotNullDown() ? " INHERIT" : " NO INHERIT");
    }

    /** There is no way back from validated but through a new one. */
    static String validate(Column from, Column to) {
        String table = ObjectNames.alter(to.id().parent());
        return to.hasNoNulls() ? table + " VALIDATE CONSTRAINT " + present(from)
                : table + " DROP CONSTRAINT " + present(from) + ", ADD CONSTRAINT " + present(from) + " NOT NULL "
                        + Identifiers.quote(to.id().name()) + (to.handsNotNullDown() ? "" : " NO INHERIT") + " NOT VALID";
    }

    static String rename(Column from, Column to) {
        return ObjectNames.alter(to.id().parent()) + " RENAME CONSTRAINT " + present(from) + " TO "
                + Identifiers.quote(to.notNullConstraint().orElseThrow().nameOn(to.id()));
    }

    private static String present(Column column) {
        return Identifiers.quote(column.notNullConstraint().orElseThrow().nameOn(column.id()));
    }

    private static Optional<String> given(Column column) {
        return column.notNullConstraint().flatMap(NotNull::givenName);
    }
}
