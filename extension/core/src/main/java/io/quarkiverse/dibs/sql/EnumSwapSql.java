package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * Removes or reorders labels of an enum: a new type under a temporary name, every column moved to it through its text, the old
 * type dropped, the new one renamed. Fails where a row still holds a label that is gone.
 */
public final class EnumSwapSql {

    private EnumSwapSql() {
    }

    /** A column of the type, the default it has afterwards, and whether it holds an array of the type. */
    public record Use(ObjectId column, Optional<ColumnDefault> before, Optional<ColumnDefault> after, boolean array) {
    }

    public static List<String> swap(EnumType to, List<Use> uses, WriteContext context) {
        ObjectId temporary = to.id().withName(Identifiers.shorten(to.id().name() + "_dibs_new"));
        String name = Identifiers.qualify(temporary);
        List<String> statements = new ArrayList<>(DdlWriter.create(new EnumType(temporary, to.labels()), context));
        for (Use use : uses) {
            String table = ObjectNames.alter(use.column().parent());
            String quoted = Identifiers.quote(use.column().name());
            String suffix = use.array() ? "[]" : "";
            String column = " ALTER COLUMN " + quoted;
            use.before().ifPresent(value -> statements.add(table + column + " DROP DEFAULT"));
            statements.add(table + column + " TYPE " + name + suffix + " USING " + quoted + "::text" + suffix + "::" + name
                    + suffix);
        }
        statements.addAll(DdlWriter.drop(to, context));
        statements.addAll(DdlWriter.rename(new EnumType(temporary, to.labels()), to.id(), context));
        // a default names the type, so it comes once the type has its name
        uses.forEach(use -> use.after().ifPresent(value -> statements.addAll(DdlWriter.create(value, context))));
        return statements;
    }
}
