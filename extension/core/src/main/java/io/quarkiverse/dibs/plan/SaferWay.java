package io.quarkiverse.dibs.plan;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.sql.WriteContext;

/** How a change can be had with less waiting, in a line; empty where there is no other way. */
final class SaferWay {

    private static final String NEW_COLUMN = "add a new column, fill it in batches, then change the names in one short transaction";

    private SaferWay() {
    }

    static String of(Change change, WriteContext form) {
        if (change instanceof Change.Create create) {
            return create(create.object(), form);
        } else if (change instanceof Change.Alter alter) {
            return alter(alter.alteration(), form);
        }
        return "";
    }

    private static String create(DbObject object, WriteContext form) {
        return switch (object.id().kind()) {
            case COLUMN -> "add the column empty, then set its default, then fill it in batches";
            case INDEX -> "CREATE INDEX CONCURRENTLY, in a migration without a transaction";
            case PRIMARY_KEY, UNIQUE -> form.usingIndex().isPresent() ? ""
                    : "build the unique index CONCURRENTLY, then add the constraint USING INDEX";
            case CHECK, FOREIGN_KEY, DOMAIN_CONSTRAINT ->
                "add it NOT VALID, then VALIDATE CONSTRAINT in another transaction";
            case PARTITION -> "first give the table a validated CHECK that says the same as the bounds";
            default -> "";
        };
    }

    private static String alter(Alteration alteration, WriteContext form) {
        return switch (alteration.aspect()) {
            case COLUMN_TYPE, COLUMN_GENERATED -> NEW_COLUMN;
            case COLUMN_NOT_NULL -> form.major() >= 18
                    ? "add it NOT VALID, then VALIDATE CONSTRAINT in another transaction"
                    : "add CHECK (... IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, then drop the check";
            default -> "";
        };
    }
}
