package io.quarkiverse.dibs.plan;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.StatisticsObject;

/**
 * What cannot stay where it is while a column changes its type: what Postgres refuses the change for, and what it brings back
 * by
 * itself but not as it was, or not at all.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, ALTER COLUMN TYPE</a>
 */
final class RetypedUsers {

    private final Schema from;
    private final Schema to;
    private final Dependencies before;
    private final Dependencies after;
    private final Set<ObjectId> swapped;
    private final Predicate<ObjectId> isRetyped;
    private final HeldRows heldRows;

    /**
     * @param swapped types that are built anew under columns; may still grow
     * @param isRetyped whether a column changes its type
     */
    RetypedUsers(Schema from, Schema to, Dependencies before, Dependencies after, Set<ObjectId> swapped,
            Predicate<ObjectId> isRetyped, HeldRows heldRows) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
        this.swapped = swapped;
        this.isRetyped = isRetyped;
        this.heldRows = heldRows;
    }

    /** @param user is in both schemas */
    boolean areInTheWay(ObjectId user, Column column) {
        boolean throughText = heldRows.isOnItsWay(column.id());
        return switch (user.kind()) {
            case VIEW, MATERIALIZED_VIEW, RULE, POLICY, TRIGGER, ROUTINE, COLUMN_DEFAULT, PUBLICATION -> true;
            case COLUMN -> isGenerated(user) && !user.equals(column.id());
            // a key over a type that is built anew has no operator for half of the way
            case FOREIGN_KEY -> throughText || before.of(column.id()).stream().anyMatch(swapped::contains)
                    || !baseType(column).equals(baseType(to.find(column.id(), Column.class).orElseThrow()));
            // Postgres brings it back by itself, but without its target
            case STATISTICS -> throughText || from.find(user, StatisticsObject.class).orElseThrow().target().isPresent()
                    || texts(user).anyMatch(Expression::isPrintedOnce) || isComparedWithAnother(user, column.id());
            case CHECK, EXCLUSION, INDEX -> throughText || texts(user).anyMatch(Expression::isPrintedOnce)
                    || isComparedWithAnother(user, column.id()) || isSampledOfItsOwn(user);
            default -> false;
        };
    }

    private boolean isGenerated(ObjectId id) {
        return Stream.of(from, to)
                .allMatch(schema -> schema.find(id, Column.class).filter(column -> column.generated().isPresent()).isPresent());
    }

    /** The type less its modifiers: two lengths of varchar are one type to a foreign key. */
    private static String baseType(Column column) {
        return column.type().name().replaceAll("\\([^)]*\\)", "");
    }

    /** Postgres brings an index back without the statistics targets of its expressions. */
    private boolean isSampledOfItsOwn(ObjectId index) {
        return after.usersOf(index).stream().anyMatch(other -> other.kind() == ObjectKind.COLUMN_SETTINGS);
    }

    private boolean isComparedWithAnother(ObjectId user, ObjectId column) {
        return texts(user).findAny().isPresent() && becomesAnother(column)
                && before.of(user).stream().anyMatch(other -> !other.equals(column) && becomesAnother(other));
    }

    /**
     * Whether it is a column of which values are compared neither with the former ones nor the new ones for half of the way.
     */
    private boolean becomesAnother(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN && isRetyped.test(id)
                && (before.of(id).stream().anyMatch(swapped::contains)
                        || !RetypedTogether.areKin(from.find(id, Column.class).orElseThrow().type(),
                                to.find(id, Column.class).orElseThrow().type()));
    }

    /** What the object is to say in SQL: Postgres reads its own print of that again when it brings the object back. */
    private Stream<Expression> texts(ObjectId id) {
        DbObject object = to.find(id).orElseThrow();
        if (object instanceof Index index) {
            return Stream.concat(index.predicate().stream(), index.keys().stream().flatMap(key -> key.expression().stream()));
        }
        return object instanceof CheckConstraint check ? Stream.of(check.expression())
                : object instanceof ExclusionConstraint exclusion ? Stream.of(exclusion.definition())
                        : object instanceof StatisticsObject statistics ? Stream.of(statistics.definition()) : Stream.of();
    }
}
