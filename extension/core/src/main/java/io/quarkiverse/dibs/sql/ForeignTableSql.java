package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for foreign tables as such; with columns they are written by {@link CreateTableSql}. */
final class ForeignTableSql implements KindSql<ForeignTable> {

    @Override
    public List<String> create(ForeignTable table, WriteContext context) {
        return CreateTableSql.foreignTable(table, List.of(), Map.of(), List.of(), List.of(), Optional.empty(), context);
    }

    @Override
    public List<String> drop(ForeignTable table, WriteContext context) {
        return List.of("DROP FOREIGN TABLE " + Identifiers.qualify(table.id()));
    }

    @Override
    public List<String> rename(ForeignTable from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(ForeignTable from, ForeignTable to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.FOREIGN_TABLE_OPTIONS
                ? List.of(ObjectNames.alter(to.id()) + " " + Literals.foreignOptionsChange(from.options(), to.options()))
                : KindSql.cannotAlter(from, aspect);
    }
}
