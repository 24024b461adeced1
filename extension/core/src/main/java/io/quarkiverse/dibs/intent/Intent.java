package io.quarkiverse.dibs.intent;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What the entities say: the schema they describe, declared renames, and where each object stands in the source. Expressions
 * and
 * {@code type = "..."} texts are as the user wrote them; Postgres brings them into its own form before they are compared.
 *
 * @param defaultSchema the schema of tables that name none
 * @param conversions the {@code USING} expression of a column's type change, by column
 * @param warnings what the build noticed and the user should know (a table without a primary key)
 * @param files the SQL files beside the entities, in the order of their names
 */
public record Intent(Schema schema, String defaultSchema, List<Rename> renames, SortedMap<ObjectId, Source> sources,
        SortedMap<ObjectId, String> conversions, List<String> warnings, List<SqlText> files) {

    public Intent {
        renames = List.copyOf(renames);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
        warnings = List.copyOf(warnings);
        files = files.stream().sorted(Comparator.comparing(SqlText::name)).toList();
    }

    /** Entities without SQL files beside them. */
    public Intent(Schema schema, String defaultSchema, List<Rename> renames, SortedMap<ObjectId, Source> sources,
            SortedMap<ObjectId, String> conversions, List<String> warnings) {
        this(schema, defaultSchema, renames, sources, conversions, warnings, List.of());
    }

    public Intent withSchema(Schema newSchema) {
        return new Intent(newSchema, defaultSchema, renames, sources, conversions, warnings, files);
    }

    public Intent withWarnings(List<String> newWarnings) {
        return new Intent(schema, defaultSchema, renames, sources, conversions, newWarnings, files);
    }

    public Intent withFiles(List<SqlText> newFiles) {
        return new Intent(schema, defaultSchema, renames, sources, conversions, warnings, newFiles);
    }

    /**
     * A declared rename: {@code from} is the former identity (a column's parent is its table's present one; an enum label is a
     * part of its type, of the type's own kind).
     */
    public record Rename(ObjectId from, ObjectId to) {
    }

    /** Where an object is declared. Line and column count from 1 and are 0 when nobody recorded them. */
    public record Source(String className, String member, String file, int line, int column, Optional<String> javadoc,
            Optional<String> javaType) {
    }
}
