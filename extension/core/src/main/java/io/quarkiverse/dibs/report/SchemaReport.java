package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The intended schema with its documentation: types and tables in the order of their names. */
public record SchemaReport(String description, List<Type> types, List<Table> tables) {

    public SchemaReport {
        Objects.requireNonNull(description);
        types = List.copyOf(types);
        tables = List.copyOf(tables);
    }

    /**
     * A type of the schema's own.
     *
     * @param definition for example {@code enum ('new', 'paid')}
     */
    public record Type(String schema, String name, String definition) {
        public Type {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
            Objects.requireNonNull(definition);
        }
    }

    /** A table; {@code documentation} is its Javadoc or its comment. */
    public record Table(String schema, String name, Optional<String> documentation, List<Column> columns, List<Part> parts,
            Optional<SourceLocation> source) {
        public Table {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
            Objects.requireNonNull(documentation);
            columns = List.copyOf(columns);
            parts = List.copyOf(parts);
            Objects.requireNonNull(source);
        }

        /** The name with its schema, unless that is {@code public}. */
        public String display() {
            return schema.isEmpty() || schema.equals("public") ? name : schema + "." + name;
        }
    }

    /**
     * A column.
     *
     * @param properties all that follows the type, for example {@code not null}, {@code primary key},
     *        {@code default now()}
     * @param provenance which migrations created and last changed it, as sentences
     */
    public record Column(String name, String type, List<String> properties, Optional<String> javaType,
            Optional<String> documentation, Optional<SourceLocation> source, List<String> provenance) {
        public Column {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            properties = List.copyOf(properties);
            Objects.requireNonNull(javaType);
            Objects.requireNonNull(documentation);
            Objects.requireNonNull(source);
            provenance = List.copyOf(provenance);
        }
    }

    /** A constraint, an index or a trigger of a table. */
    public record Part(String kind, String name, String definition) {
        public Part {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            Objects.requireNonNull(definition);
        }
    }
}
