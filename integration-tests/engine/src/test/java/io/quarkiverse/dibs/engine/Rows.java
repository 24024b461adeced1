package io.quarkiverse.dibs.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What rows the tables hold, in the columns that must keep their values: a count and a checksum for each table. What children
 * and partitions hold is theirs.
 */
final class Rows {

    static final Rows NONE = new Rows(new TreeMap<>(), Set.of());

    /** How values that survive a plan are printed, by table: columns of one name that are computed on neither side. */
    private final SortedMap<String, List<String>> kept;
    /**
     * Plain tables that become partitioned, and the other way round: their rows are in partitions on one of the sides. And
     * those
     * with partitions that get other bounds, whose rows may be in others.
     */
    private final Set<String> repartitioned;

    private Rows(SortedMap<String, List<String>> kept, Set<String> repartitioned) {
        this.kept = kept;
        this.repartitioned = repartitioned;
    }

    static Rows keptBetween(PgSession from, PgSession to) {
        SortedMap<String, SortedMap<String, String>> before = columns(from);
        SortedMap<String, SortedMap<String, String>> after = columns(to);
        SortedMap<String, List<String>> kept = new TreeMap<>();
        before.forEach((table, columns) -> {
            SortedMap<String, String> others = after.get(table);
            if (others != null) {
                kept.put(table, columns.entrySet().stream()
                        .filter(column -> column.getValue().equals(others.get(column.getKey())))
                        .map(column -> printed(column.getKey(), column.getValue())).toList());
            }
        });
        Set<String> partitioned = partitioned(from);
        Set<String> repartitioned = partitioned(to);
        repartitioned.retainAll(before.keySet());
        repartitioned.removeIf(partitioned::remove);
        partitioned.retainAll(after.keySet());
        repartitioned.addAll(partitioned);
        SortedMap<String, String> bounds = bounds(from);
        bounds(to).forEach((partition, bound) -> {
            String former = bounds.getOrDefault(partition, "");
            String parent = bound.substring(0, bound.indexOf(' ') + 1);
            if (former.startsWith(parent) && !former.equals(bound)) {
                // some may be in others of the same table
                kept.remove(partition);
            } else if (former.isEmpty()) {
                bounds.entrySet().stream().filter(rest -> rest.getValue().equals(parent + "DEFAULT")).map(Map.Entry::getKey)
                        .forEach(kept::remove);
            }
        });
        return new Rows(kept, repartitioned);
    }

    private static Set<String> partitioned(PgSession session) {
        Set<String> tables = new TreeSet<>();
        session.run(
                "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'p'")
                .forEach(row -> tables.add(row.getString(0)));
        return tables;
    }

    /** Each partition with the table that it is a part of, a space, and its bounds. */
    private static SortedMap<String, String> bounds(PgSession session) {
        SortedMap<String, String> bounds = new TreeMap<>();
        session.run("""
                SELECT format('%I.%I', n.nspname, c.relname),
                    format('%I.%I %s', pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid))
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
                JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                WHERE c.relkind = 'r' AND c.relispartition""")
                .forEach(row -> bounds.put(row.getString(0), row.getString(1)));
        return bounds;
    }

    private static String printed(String column, String type) {
        return switch (type) {
            case "number" -> "trim_scale(" + column + "::numeric)";
            case "text" -> "rtrim(" + column + "::text)";
            default -> column + "::text";
        };
    }

    /** Tables with their stored columns; types between which a value stays the same number or text count as one. */
    private static SortedMap<String, SortedMap<String, String>> columns(PgSession session) {
        SortedMap<String, SortedMap<String, String>> tables = new TreeMap<>();
        for (Row row : session
                .run("""
                        SELECT format('%I.%I', n.nspname, c.relname), quote_ident(a.attname),
                            CASE WHEN t.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8') THEN 'number'
                                WHEN t.typcategory IN ('S', 'E') THEN 'text' ELSE format_type(a.atttypid, a.atttypmod)
                                    || coalesce((SELECT string_agg(f.attname, ',') FROM pg_attribute f JOIN pg_class r ON r.oid = f.attrelid
                                        WHERE r.reltype = coalesce(nullif(t.typelem, 0), t.oid) AND NOT f.attisdropped), '') END
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        LEFT JOIN pg_type t ON t.oid = a.atttypid
                        WHERE c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_inherits h JOIN pg_class f ON f.oid = h.inhrelid
                            WHERE h.inhparent = c.oid AND f.relkind = 'f') ORDER BY 1, 2""")) {
            SortedMap<String, String> columns = tables.computeIfAbsent(row.getString(0), table -> new TreeMap<>());
            if (row.getString(1) != null) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    /** Count and checksum by table. */
    SortedMap<String, String> read(PgSession session) {
        SortedMap<String, String> sums = new TreeMap<>();
        kept.forEach((table, columns) -> {
            String row = columns.isEmpty() ? "''" : "row(" + String.join(", ", columns) + ")::text";
            Row sum = session.run("SELECT count(*), md5(string_agg(line, ' ' ORDER BY line COLLATE \"C\")) FROM (SELECT " + row
                    + " AS line FROM " + (repartitioned.contains(table) ? "" : "ONLY ") + table + ") t").iterator().next();
            sums.put(table, sum.getLong(0) + " rows " + columns + " " + sum.getString(1));
        });
        return sums;
    }
}
