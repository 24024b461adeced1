package io.quarkiverse.dibs.postgres.run;

import io.quarkiverse.dibs.sql.Identifiers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The indexes that were created since a transaction id: those that a migration without a transaction has built, or has left
 * behind invalid. It never touches an index that is older, or one that somebody is building.
 */
final class YoungIndexes {

    /** What an index depends on is recorded in the transaction that creates it. */
    private static final String YOUNG = """
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'i' AND n.nspname !~ '^pg_'
              AND pg_catalog.age(i.xmin) <= pg_catalog.age('%1$d'::xid8::xid)
              AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                    AND pg_catalog.age(d.xmin) > pg_catalog.age('%1$d'::xid8::xid))
            """;

    private YoungIndexes() {
    }

    static Uni<Boolean> anyValid(SqlConnection connection, long sinceXid) {
        return connection.query("SELECT EXISTS (SELECT " + YOUNG.formatted(sinceXid) + " AND i.indisvalid)").execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Drops the invalid ones, without blocking anybody. Outside a transaction only. */
    static Uni<Void> dropInvalid(SqlConnection connection, long sinceXid) {
        return connection.query("SELECT n.nspname, c.relname " + YOUNG.formatted(sinceXid) + """
                  AND NOT i.indisvalid
                  AND NOT EXISTS (
                      SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
                """).execute().flatMap(rows -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (Row row : rows) {
                String sql = "DROP INDEX CONCURRENTLY " + Identifiers.qualify(row.getString(0), row.getString(1));
                all = all.flatMap(done -> connection.query(sql).execute().replaceWithVoid());
            }
            return all;
        });
    }
}
