package io.quarkiverse.dibs.plan;

import java.util.Collection;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * Keys and indexes that Postgres drops and builds anew with the type of a column. Together with them it brings back only what
 * depends on the column itself; it refuses the change while something else needs the key: a foreign key to a key that merely
 * INCLUDEs the column, a view that is grouped by it (manual, ALTER TABLE; measured, 2BP01).
 */
final class RebuiltKeys {

    private RebuiltKeys() {
    }

    static boolean isRebuiltWithColumn(ObjectId user) {
        return switch (user.kind()) {
            case PRIMARY_KEY, UNIQUE, INDEX -> true;
            default -> false;
        };
    }

    /** Whether {@code user}, which needs the key and {@code needs} in all, makes Postgres refuse to change {@code column}. */
    static boolean isInTheWay(ObjectId user, Collection<ObjectId> needs, ObjectId column) {
        return switch (user.kind()) {
            case FOREIGN_KEY, VIEW, MATERIALIZED_VIEW, RULE, ROUTINE, POLICY -> !needs.contains(column);
            default -> false;
        };
    }
}
