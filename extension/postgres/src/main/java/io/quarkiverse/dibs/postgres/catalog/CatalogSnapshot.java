package io.quarkiverse.dibs.postgres.catalog;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What one transaction saw: the schema, the server, and how many rows each table has by the server's estimate (0 only where
 * there is no sign of a row).
 */
public record CatalogSnapshot(Schema schema, ServerInfo server, SortedMap<ObjectId, Long> estimatedRows) {

    public CatalogSnapshot {
        estimatedRows = Collections.unmodifiableSortedMap(new TreeMap<>(estimatedRows));
    }

    /** The estimate for the table, or empty when it was not read. */
    public OptionalLong rowsOf(ObjectId table) {
        Long rows = estimatedRows.get(table);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }
}
