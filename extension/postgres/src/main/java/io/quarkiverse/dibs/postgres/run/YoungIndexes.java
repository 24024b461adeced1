package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.sql.Identifiers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The indexes that one statement has built, or has left behind invalid: those that were created since it began and that its
 * text
 * names, itself or by their table. It never touches an index that is older, or one that somebody is building.
 *
 * @param valid whether the newest of them is valid
 */
record YoungIndexes(List<String> invalid, boolean valid) {

    /**
     * What an index depends on is recorded in the transaction that creates it. Of a concurrent REINDEX the old index may be
     * left over, under a name of its own.
     */
    private static final String OURS = """
            SELECT n.nspname, c.relname, i.indisvalid
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (SELECT c.relname ~ '_ccold[0-9]*$' AND NOT i.indisvalid AS replaced,
                pg_catalog.regexp_replace(c.relname::text, '_cc(new|old)[0-9]*$', '') AS base) k
            WHERE c.relkind = 'i' AND n.nspname !~ '^pg_' AND %2$s
              AND (c.relname = ANY ($1::text[]) OR k.base = ANY ($1::text[])
                OR t.relname = ANY ($1::text[]) AND pg_catalog.starts_with(c.relname::text, t.relname || '_')
                OR $2 AND k.base <> c.relname)
              AND ($2 AND k.replaced OR pg_catalog.age(i.xmin) <= pg_catalog.age('%1$d'::xid8::xid)
                AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                      AND pg_catalog.age(d.xmin) > pg_catalog.age('%1$d'::xid8::xid)))
              AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
            ORDER BY 1, 2
            """;

    /**
     * @param tables says in which schemas it may have worked
     * @param sinceXid the first transaction id that the statement can have had
     */
    static Uni<YoungIndexes> of(StatementWords statement, SqlConnection connection, HistoryTables tables, long sinceXid) {
        return connection.preparedQuery(OURS.formatted(sinceXid, tables.covers("n.nspname")))
                .execute(Tuple.of(statement.names().toArray(String[]::new), statement.reindexes())).map(rows -> {
                    List<String> invalid = new ArrayList<>();
                    boolean valid = false;
                    for (Row row : rows) {
                        if (row.getBoolean(2)) {
                            valid = true;
                        } else {
                            invalid.add(Identifiers.qualify(row.getString(0), row.getString(1)));
                        }
                    }
                    return new YoungIndexes(List.copyOf(invalid), valid);
                });
    }

    /** Drops the invalid ones, without blocking anybody. Outside a transaction only. */
    Uni<Void> dropInvalid(SqlConnection connection) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String index : invalid) {
            all = all.flatMap(done -> connection.query("DROP INDEX CONCURRENTLY " + index).execute().replaceWithVoid());
        }
        return all;
    }
}
