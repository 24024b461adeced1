package io.quarkiverse.dibs.postgres.catalog;

import java.util.List;

import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/** A database made by hand-written DDL, and what is read of it. */
final class CatalogFixture implements AutoCloseable {

    final TestDatabase database;
    final Schema schema;

    private CatalogFixture(TestDatabase database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    static CatalogFixture of(int major, String ddl) {
        TestDatabase database = TestDatabase.of(major);
        try {
            database.run(ddl);
            return new CatalogFixture(database, read(database).schema());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static CatalogSnapshot read(TestDatabase database, String... schemas) {
        try (PgSession session = PgSession.open(TestDatabase.VERTX, database.url(), PgSession.READING)) {
            return CatalogReader.readNow(session, List.of(schemas));
        }
    }

    DbObject get(ObjectId id) {
        return schema.find(id).orElseThrow(() -> new AssertionError("no " + id + " in\n" + schema));
    }

    static ObjectId table(String name) {
        return ObjectId.table("public", name);
    }

    static ObjectId column(String table, String name) {
        return ObjectId.column(table(table), name);
    }

    static ObjectId part(ObjectKind kind, String table, String name) {
        return ObjectId.part(kind, table(table), name);
    }

    static ObjectId inPublic(ObjectKind kind, String name) {
        return ObjectId.inSchema(kind, "public", name);
    }

    @Override
    public void close() {
        database.close();
    }
}
