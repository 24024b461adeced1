package io.quarkiverse.dibs.postgres.catalog;

import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;

/** Decodes the ties between tables and their parents, and between the indexes of partitions and of partitioned tables. */
final class Inheritances {

    private final Catalog catalog;
    private final Relations relations;

    Inheritances(Catalog catalog, Relations relations) {
        this.catalog = catalog;
        this.relations = relations;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.INHERITANCE)) {
            long child = row.getLong("child");
            ObjectId table = catalog.relation(child);
            if (Catalog.isTable(table)) {
                table(row, child, table);
            } else {
                index(catalog.id(Pg.CLASS, child), catalog.id(Pg.CLASS, row.getLong("parent")));
            }
        }
    }

    private void table(CatalogRow row, long child, ObjectId table) {
        ObjectId known = catalog.relation(row.getLong("parent"));
        ObjectId parent = known != null ? known
                : ObjectId.inSchema(row.getString("parent_kind").equals("f") ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE,
                        row.getString("parent_schema"), row.getString("parent_name"));
        if (relations.isPartition(child)) {
            catalog.schema.add(new Partition(Partition.idOf(table), parent, relations.boundOf(child),
                    row.getBoolean("detaching")));
        } else {
            catalog.schema.add(new Inheritance(Inheritance.idOf(table, parent), parent, row.getInteger("ordinal")));
        }
    }

    private void index(ObjectId child, ObjectId parent) {
        if (child != null && parent != null) {
            catalog.schema.add(new IndexPartition(IndexPartition.idOf(child), parent));
        }
    }
}
