package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.postgres.PgSession;
import io.vertx.mutiny.sqlclient.Row;

/** What rows the tables hold, in the columns that must keep their values: a count and a checksum for each table. */
final class Rows {

    /** Columns whose values survive a plan, by table: those of one name that are computed on neither side. */
    private final SortedMap<String, List<String>> kept;

    private Rows(SortedMap<String, List<String>> kept) {
        this.kept = kept;
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
                        .map(Map.Entry::getKey).toList());
            }
        });
        return new Rows(kept);
    }

    /**
     * Tables with their stored columns; the first word of a type stands for it, so that only values that print alike are
     * compared.
     */
    private static SortedMap<String, SortedMap<String, String>> columns(PgSession session) {
        SortedMap<String, SortedMap<String, String>> tables = new TreeMap<>();
        for (Row row : session.run("""
                SELECT format('%I.%I', n.nspname, c.relname), quote_ident(a.attname),
                    CASE WHEN t.typcategory IN ('N', 'S', 'E') THEN 'printed' ELSE format_type(a.atttypid, a.atttypmod) END
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                LEFT JOIN pg_type t ON t.oid = a.atttypid
                WHERE c.relkind IN ('r', 'p') ORDER BY 1, 2""")) {
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
            List<String> texts = new ArrayList<>();
            columns.forEach(column -> texts.add(column + "::text"));
            String row = texts.isEmpty() ? "''" : "row(" + String.join(", ", texts) + ")::text";
            Row sum = session.run("SELECT count(*), md5(string_agg(line, ' ' ORDER BY line COLLATE \"C\")) FROM (SELECT " + row
                    + " AS line FROM " + table + ") t").iterator().next();
            sums.put(table, sum.getLong(0) + " rows " + columns + " " + sum.getString(1));
        });
        return sums;
    }
}
