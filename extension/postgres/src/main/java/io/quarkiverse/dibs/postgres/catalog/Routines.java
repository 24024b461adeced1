package io.quarkiverse.dibs.postgres.catalog;

import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;

/** Decodes functions, procedures and aggregates. */
final class Routines {

    private final Catalog catalog;

    Routines(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.ROUTINES)) {
            String result = row.getString("result");
            catalog.add(Pg.PROC, row.getLong("oid"),
                    new Routine(id(ObjectKind.ROUTINE, row), row.getBoolean("procedure"), row.getString("signature"),
                            result == null ? "" : result, row.getString("language"),
                            new Expression(row.getString("definition"))));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.AGGREGATES)) {
            catalog.add(Pg.PROC, row.getLong("oid"), new Aggregate(id(ObjectKind.AGGREGATE, row), row.getString("signature"),
                    Values.pairs(row.getArrayOfStrings("options"))));
        }
    }

    private static ObjectId id(ObjectKind kind, CatalogRow row) {
        return ObjectId.overloaded(kind, row.getString("schema"), row.getString("name"), row.getString("arguments"));
    }
}
