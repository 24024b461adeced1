package io.quarkiverse.dibs.postgres.run;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.sql.Identifiers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Inserts rows by the thousand. The reactive client has no {@code COPY}, and a statement takes at most 65,535 parameters: a
 * batch of rows is one parameter, a JSON array that Postgres reads as rows of the table, each value by the input of its
 * column's type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-json.html">json_populate_recordset</a>
 */
final class BulkInsert {

    private static final int ROWS = 10_000;
    private static final int CHARACTERS = 4_000_000;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String JSON_COLUMNS = """
            SELECT a.attname
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND COALESCE(NULLIF(t.typbasetype, 0), t.oid) IN ('json'::regtype, 'jsonb'::regtype)
            """;

    private final StatementChannel channel;
    private final String table;
    private final List<String> columns;
    private final Iterator<Object[]> rows;
    private final Set<String> jsonColumns = new HashSet<>();
    private long seen;

    BulkInsert(StatementChannel channel, String table, List<String> columns, Iterator<Object[]> rows) {
        this.channel = channel;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** @return how many rows were inserted */
    Uni<Long> run(Optional<String> location) {
        if (columns.isEmpty()) {
            throw refused("no column is named", location);
        }
        return channel.send(JSON_COLUMNS, new Object[] { table }, false, location)
                .invoke(found -> found.forEach(row -> jsonColumns.add(row.getString(0))))
                .flatMap(found -> Multi.createBy().repeating().uni(() -> batch(location)).whilst(count -> count > 0)
                        .collect().with(Collectors.summingLong(count -> count)));
    }

    /** Inserts the next rows, and says how many; 0 at the end. */
    private Uni<Long> batch(Optional<String> location) {
        if (!rows.hasNext()) {
            return Uni.createFrom().item(0L);
        }
        String names = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table + " (" + names + ") SELECT " + names
                + " FROM json_populate_recordset(NULL::" + table + ", $1::text::json)";
        return channel.send(sql, new Object[] { nextRows(location) }, true, location).map(result -> result.rowCount());
    }

    private String nextRows(Optional<String> location) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (int i = 0; i < ROWS && text.getBuffer().length() < CHARACTERS && rows.hasNext(); i++) {
                Object[] row = rows.next();
                seen++;
                if (row.length != columns.size()) {
                    throw refused("row " + seen + " has " + row.length + " values for " + columns.size() + " columns",
                            location);
                }
                json.writeStartObject();
                for (int c = 0; c < row.length; c++) {
                    json.writeFieldName(columns.get(c));
                    write(json, row[c], jsonColumns.contains(columns.get(c)), location);
                }
                json.writeEndObject();
                json.flush();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json, Object value, boolean asJson, Optional<String> location) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof byte[] bytes) {
            json.writeString("\\x" + HexFormat.of().formatHex(bytes));
        } else if (value instanceof Collection<?> || value.getClass().isArray()) {
            Object array = value instanceof Collection<?> collection ? collection.toArray() : value;
            json.writeStartArray();
            for (int i = 0; i < Array.getLength(array); i++) {
                write(json, Array.get(array, i), asJson, location);
            }
            json.writeEndArray();
        } else if (asJson && value instanceof String text) {
            requireJson(text, location);
            json.writeRawValue(text);
        } else if (asJson && (value instanceof Number || value instanceof Boolean)) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    /** One value and nothing behind it, or the text could say more than its own column. */
    private void requireJson(String text, Optional<String> location) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != null) {
                parser.skipChildren();
                if (parser.nextToken() == null) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            // told below, without the text, which is a user's row
        }
        throw refused("row " + seen + " has a text for a JSON column that is not JSON", location);
    }

    private DibsException refused(String why, Optional<String> location) {
        Problem problem = Problem.of("DIBS-0681", Category.BUILD, "insert into " + table + ": " + why)
                .remedy("Give one value for each of the columns " + String.join(", ", columns) + ".");
        return new DibsException(location.map(problem::at).orElse(problem));
    }
}
