package io.quarkiverse.dibs.postgres.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.Literals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The key by which a backfill walks through a table, as the catalog knows it.
 *
 * @param table as SQL
 * @param types of the columns, as {@code format_type} prints them
 * @param rows how many the table has, roughly; 0 when nobody knows
 * @param indexed whether an index begins with the columns
 */
record BackfillKey(String table, List<String> columns, List<String> types, long rows, boolean indexed) {

    private static final long COUNTED_AT_MOST = 100_000;

    static Uni<BackfillKey> find(SqlConnection connection, String table, List<String> columns) {
        return connection.preparedQuery("""
                SELECT k.name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
                       c.reltuples::bigint AS estimate,
                       EXISTS (
                           SELECT FROM pg_catalog.pg_index i
                           WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL
                             AND (i.indkey::smallint[])[0:cardinality($2) - 1] = ARRAY(
                                 SELECT b.attnum FROM unnest($2) WITH ORDINALITY AS w (name, n)
                                 JOIN pg_catalog.pg_attribute b ON b.attrelid = c.oid AND b.attname = w.name ORDER BY n)
                       ) AS indexed
                FROM unnest($2::text[]) WITH ORDINALITY AS k (name, n)
                CROSS JOIN pg_catalog.pg_class c
                LEFT JOIN pg_catalog.pg_attribute a
                  ON a.attrelid = c.oid AND a.attname = k.name AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.oid = $1::text::regclass
                ORDER BY k.n
                """).execute(Tuple.of(table, columns.toArray(String[]::new))).flatMap(rows -> {
            List<String> types = new ArrayList<>();
            long estimate = 0;
            boolean indexed = false;
            for (Row row : rows) {
                if (row.getString("type") == null) {
                    throw problem("table " + table + " has no column " + row.getString("name"));
                }
                if (!row.getBoolean("attnotnull")) {
                    throw problem("column " + row.getString("name") + " of table " + table
                            + " may be null, so that no walk along it meets every row");
                }
                types.add(row.getString("type"));
                estimate = row.getLong("estimate");
                indexed = row.getBoolean("indexed");
            }
            BackfillKey key = new BackfillKey(table, List.copyOf(columns), List.copyOf(types), estimate, indexed);
            return estimate > COUNTED_AT_MOST ? Uni.createFrom().item(key) : key.counted(connection);
        });
    }

    /** A table that was never analysed has no estimate; a small one is counted. */
    private Uni<BackfillKey> counted(SqlConnection connection) {
        return connection.query("SELECT count(*) FROM (SELECT FROM " + table + " LIMIT " + (COUNTED_AT_MOST + 1) + ") s")
                .execute().map(result -> {
                    long count = result.iterator().next().getLong(0);
                    return new BackfillKey(table, columns, types, count > COUNTED_AT_MOST ? Math.max(rows, 0) : count,
                            indexed);
                });
    }

    /**
     * The query for the last key of a full batch: the columns as text, or no row when fewer are left. It has no parameters, so
     * that it can be sent together with other statements.
     *
     * @param after the last key of the batch before; null at the beginning
     */
    String fullBatchSql(List<String> after, int size) {
        String list = Identifiers.list(columns);
        StringBuilder where = new StringBuilder();
        for (int i = 0; after != null && i < after.size(); i++) {
            where.append(i == 0 ? " WHERE (" + list + ") > (" : ", ").append(Literals.string(after.get(i))).append("::")
                    .append(types.get(i)).append(i == after.size() - 1 ? ")" : "");
        }
        // outside, ORDER BY would take the texts for the columns whose names they have
        return "SELECT " + texts() + " FROM (SELECT " + list + " FROM " + table + where + " ORDER BY " + list + " OFFSET "
                + (size - 1) + " LIMIT 1) last";
    }

    private String texts() {
        return columns.stream().map(column -> Identifiers.quote(column) + "::text").collect(Collectors.joining(", "));
    }

    /** The query for the last key of a batch and the batch's size: {@code n} and the columns as text, or no row at the end. */
    String batchSql(boolean first, int size) {
        String list = Identifiers.list(columns);
        String where = first ? "" : " WHERE (" + list + ") > " + BackfillSql.parameters(types, 1);
        return "SELECT n, " + texts() + " FROM (SELECT " + list + ", row_number() OVER (ORDER BY " + list
                + ") AS n FROM (SELECT " + list + " FROM " + table + where + " ORDER BY " + list + " LIMIT " + size
                + ") batch) numbered ORDER BY n DESC LIMIT 1";
    }

    private static DibsException problem(String message) {
        return new DibsException(Problem.of("DIBS-0643", Category.BUILD, message)
                .remedy("Walk along the primary key."));
    }
}
