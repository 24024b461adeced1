package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for the defaults of columns; what rows have already is never touched. */
final class ColumnDefaultSql implements KindSql<ColumnDefault> {

    @Override
    public List<String> create(ColumnDefault columnDefault, WriteContext context) {
        return List.of(head(columnDefault, context) + "SET DEFAULT " + columnDefault.expression().sqlToRead());
    }

    @Override
    public List<String> drop(ColumnDefault columnDefault, WriteContext context) {
        return List.of(head(columnDefault, context) + "DROP DEFAULT");
    }

    @Override
    public List<String> rename(ColumnDefault from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(ColumnDefault from, ColumnDefault to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.DEFAULT_EXPRESSION ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }

    private static String head(ColumnDefault columnDefault, WriteContext context) {
        ObjectId column = columnDefault.id().parent();
        return ObjectNames.alter(column.parent(), context) + " ALTER COLUMN " + Identifiers.quote(column.name()) + " ";
    }
}
