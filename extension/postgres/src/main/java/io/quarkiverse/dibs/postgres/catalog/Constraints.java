package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** Decodes the constraints of tables. What a table has only from its parent (but for keys) is not listed. */
final class Constraints {

    private final Catalog catalog;

    Constraints(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.CONSTRAINTS)) {
            ObjectId table = catalog.relation(row.getLong("relation"));
            if (!Catalog.isTable(table)) {
                continue;
            }
            switch (row.getString("type")) {
                case "p" -> key(row, ObjectId.part(ObjectKind.PRIMARY_KEY, table, row.getString("name")));
                case "u" -> key(row, ObjectId.part(ObjectKind.UNIQUE, table, row.getString("name")));
                case "x" -> exclusion(row, ObjectId.part(ObjectKind.EXCLUSION, table, row.getString("name")));
                case "c" -> check(row, ObjectId.part(ObjectKind.CHECK, table, row.getString("name")));
                default -> foreignKey(row, ObjectId.part(ObjectKind.FOREIGN_KEY, table, row.getString("name")));
            }
        }
    }

    private void key(CatalogRow row, ObjectId id) {
        long table = row.getLong("relation");
        List<String> columns = catalog.columnNames(table, row.getArrayOfShorts("key"));
        Short[] all = row.getArrayOfShorts("index_key");
        List<String> include = catalog.columnNames(table, Arrays.copyOfRange(all, row.getInteger("key_count"), all.length));
        var parameters = Values.options(row.getArrayOfStrings("storage_parameters"));
        var tablespace = Values.text(row, "tablespace");
        catalog.add(Pg.CONSTRAINT, row.getLong("oid"), id.kind() == ObjectKind.PRIMARY_KEY
                ? new PrimaryKey(id, columns, include, deferrability(row), row.getBoolean("period"), parameters, tablespace)
                : new UniqueConstraint(id, columns, include, row.getBoolean("nulls_not_distinct"), deferrability(row),
                        row.getBoolean("period"), parameters, tablespace));
        catalog.alias(Pg.CLASS, row.getLong("index"), id);
    }

    private void exclusion(CatalogRow row, ObjectId id) {
        catalog.add(Pg.CONSTRAINT, row.getLong("oid"),
                new ExclusionConstraint(id, new Expression(row.getString("expression"))));
        catalog.alias(Pg.CLASS, row.getLong("index"), id);
    }

    private void check(CatalogRow row, ObjectId id) {
        if (row.getBoolean("local")) {
            catalog.add(Pg.CONSTRAINT, row.getLong("oid"), new CheckConstraint(id,
                    new Expression(row.getString("expression")), row.getBoolean("no_inherit"), row.getBoolean("validated"),
                    row.getBoolean("enforced")));
        }
    }

    private void foreignKey(CatalogRow row, ObjectId id) {
        if (row.getLong("parent") != 0) {
            return;
        }
        long table = row.getLong("relation");
        long referenced = row.getLong("referenced");
        ObjectId known = catalog.relation(referenced);
        ObjectId referencedTable = known != null ? known
                : ObjectId.table(row.getString("referenced_schema"), row.getString("referenced_name"));
        String[] foreignColumns = row.getArrayOfStrings("referenced_columns");
        List<String> referencedColumns = foreignColumns != null ? List.of(foreignColumns)
                : catalog.columnNames(referenced, row.getArrayOfShorts("referenced_key"));
        Short[] setKey = row.getArrayOfShorts("set_key");
        List<String> setColumns = new ArrayList<>(setKey == null ? List.of() : catalog.columnNames(table, setKey));
        catalog.add(Pg.CONSTRAINT, row.getLong("oid"),
                new ForeignKey(id, catalog.columnNames(table, row.getArrayOfShorts("key")), referencedTable, referencedColumns,
                        row.getBoolean("match_full"), action(row.getString("on_delete")), setColumns,
                        action(row.getString("on_update")), deferrability(row), row.getBoolean("validated"),
                        row.getBoolean("enforced"), row.getBoolean("period")));
    }

    private static Deferrability deferrability(CatalogRow row) {
        if (!row.getBoolean("deferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean("deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
