package io.quarkiverse.dibs.postgres.catalog;

import java.util.Optional;

import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Transform;

/**
 * Decodes what extends the server by a handler: procedural languages and their transforms, access methods, conversions between
 * encodings.
 */
final class Languages {

    private final Catalog catalog;

    Languages(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.LANGUAGES)) {
            catalog.add(Pg.LANGUAGE, row.getLong("oid"), new Language(
                    ObjectId.global(ObjectKind.LANGUAGE, row.getString("name")), row.getBoolean("trusted"),
                    row.getString("handler"), Optional.ofNullable(row.getString("inline")),
                    Optional.ofNullable(row.getString("validator"))));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.TRANSFORMS)) {
            catalog.add(Pg.TRANSFORM, row.getLong("oid"), new Transform(
                    ObjectId.global(ObjectKind.TRANSFORM, row.getString("type") + " LANGUAGE " + row.getString("language")),
                    new SqlType(row.getString("type")), Optional.ofNullable(row.getString("from_sql")),
                    Optional.ofNullable(row.getString("to_sql"))));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.ACCESS_METHODS)) {
            catalog.add(Pg.ACCESS_METHOD, row.getLong("oid"), new AccessMethod(
                    ObjectId.global(ObjectKind.ACCESS_METHOD, row.getString("name")), row.getString("type"),
                    row.getString("handler")));
        }
        for (CatalogRow row : catalog.rows(CatalogQuery.CONVERSIONS)) {
            catalog.add(Pg.CONVERSION, row.getLong("oid"), new Conversion(
                    ObjectId.inSchema(ObjectKind.CONVERSION, row.getString("schema"), row.getString("name")),
                    row.getBoolean("is_default"), row.getString("source"), row.getString("target"),
                    row.getString("function")));
        }
    }
}
