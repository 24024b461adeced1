package io.quarkiverse.dibs.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The intended schema with its documentation: types and tables in the order of their names. */
public record SchemaReport(String description, List<Type> types, List<Table> tables, List<String> warnings) {

    public SchemaReport {
        Objects.requireNonNull(description);
        types = List.copyOf(types);
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }

    /**
     * The part that is the table or the column of that name, empty when there is none.
     *
     * @param name {@code users}, {@code users.email}, or either with the schema in front
     */
    public Optional<SchemaReport> only(String name) {
        for (Table table : tables) {
            for (String tableName : List.of(table.display(), table.schema() + "." + table.name())) {
                if (name.equals(tableName)) {
                    return Optional.of(new SchemaReport(description, List.of(), List.of(table), warnings));
                }
                List<Column> columns = table.columns().stream()
                        .filter(column -> name.equals(tableName + "." + column.name())).toList();
                if (!columns.isEmpty()) {
                    return Optional.of(new SchemaReport(description, List.of(), List.of(new Table(table.schema(), table.name(),
                            Optional.empty(), columns, List.of(), Optional.empty(), List.of())), warnings));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this is the part that is one column. */
    public boolean isOneColumn() {
        return tables.size() == 1 && tables.get(0).columns().size() == 1 && tables.get(0).parts().isEmpty()
                && tables.get(0).source().isEmpty();
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

    /**
     * A table; {@code documentation} is its Javadoc or its comment.
     *
     * @param provenance which migrations created and last changed it, as sentences
     */
    public record Table(String schema, String name, Optional<String> documentation, List<Column> columns, List<Part> parts,
            Optional<SourceLocation> source, List<String> provenance) {
        public Table {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
            Objects.requireNonNull(documentation);
            columns = List.copyOf(columns);
            parts = List.copyOf(parts);
            Objects.requireNonNull(source);
            provenance = List.copyOf(provenance);
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

    /**
     * A constraint, an index or a trigger of a table.
     *
     * @param provenance which migrations created and last changed the index that it is or has, as sentences
     */
    public record Part(String kind, String name, String definition, List<String> provenance) {
        public Part {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            Objects.requireNonNull(definition);
            provenance = List.copyOf(provenance);
        }
    }
}
