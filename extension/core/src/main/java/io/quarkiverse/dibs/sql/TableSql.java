package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Table;

/** SQL for tables as such; with columns they are written by {@link CreateTableSql}. */
final class TableSql implements KindSql<Table> {

    @Override
    public List<String> create(Table table, WriteContext context) {
        return CreateTableSql.table(table, List.of(), Map.of(), List.of(), List.of(), Optional.empty(), context);
    }

    @Override
    public List<String> drop(Table table, WriteContext context) {
        return List.of("DROP TABLE " + Identifiers.qualify(table.id()));
    }

    @Override
    public List<String> rename(Table from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Table from, Table to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id(), context) + " ";
        return switch (aspect) {
            case TABLE_PERSISTENCE ->
                List.of(alter + "SET " + (to.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED"));
            case TABLE_STORAGE_PARAMETERS ->
                List.of(alter + String.join(", ",
                        Literals.storageChange(from.storageParameters(), to.storageParameters())));
            case TABLE_ACCESS_METHOD ->
                List.of(alter + "SET ACCESS METHOD " + Identifiers.quote(to.accessMethod().orElse("heap")));
            case TABLE_TABLESPACE ->
                List.of(alter + "SET TABLESPACE " + Identifiers.quote(to.tablespace().orElse("pg_default")));
            case TABLE_ROW_SECURITY -> List.of(rowSecurity(to));
            case TABLE_FORCE_ROW_SECURITY -> List.of(forceRowSecurity(to));
            case TABLE_OF_TYPE -> List.of(alter + to.ofType().map(type -> "OF " + type).orElse("NOT OF"));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    static String rowSecurity(Table table) {
        return ObjectNames.alter(table.id()) + (table.rowSecurity() ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY";
    }

    static String forceRowSecurity(Table table) {
        return ObjectNames.alter(table.id()) + (table.forceRowSecurity() ? " FORCE" : " NO FORCE")
                + " ROW LEVEL SECURITY";
    }
}
