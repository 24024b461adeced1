package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A schema as the generator knows it: enough to write it down and to change it in ways that keep it valid. It shares nothing
 * with
 * the records of the engine. Mutable; {@link #copy} is deep.
 */
public final class Model {

    final TreeSet<String> schemas = new TreeSet<>();
    final List<Enumeration> enums = new ArrayList<>();
    final List<SequenceModel> sequences = new ArrayList<>();
    final List<TableModel> tables = new ArrayList<>();
    final List<ViewModel> views = new ArrayList<>();
    /** Whether the trigger function is there. */
    boolean triggerFunction;

    record Name(String schema, String local) {

        String sql() {
            return quote(schema) + "." + quote(local);
        }
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static final class Enumeration {
        final Name name;
        final List<String> labels;
        String comment;

        Enumeration(Name name, List<String> labels) {
            this.name = name;
            this.labels = new ArrayList<>(labels);
        }
    }

    static final class SequenceModel {
        final Name name;
        String options;
        String comment;

        SequenceModel(Name name, String options) {
            this.name = name;
            this.options = options;
        }
    }

    static final class TableModel {
        final Name name;
        /** Whether it has rows, on both sides. */
        final boolean rows;
        boolean unlogged;
        String comment;
        String parameters;
        final Map<String, ColumnModel> columns = new LinkedHashMap<>();
        final List<KeyModel> keys = new ArrayList<>();
        final List<CheckModel> checks = new ArrayList<>();
        final List<ForeignKeyModel> foreignKeys = new ArrayList<>();
        final List<IndexModel> indexes = new ArrayList<>();
        String trigger;

        TableModel(Name name, boolean rows) {
            this.name = name;
            this.rows = rows;
        }

        TableModel copy() {
            TableModel copy = new TableModel(name, rows);
            copy.unlogged = unlogged;
            copy.comment = comment;
            copy.parameters = parameters;
            columns.forEach((key, column) -> copy.columns.put(key, column.copy()));
            copy.keys.addAll(keys);
            copy.checks.addAll(checks);
            copy.foreignKeys.addAll(foreignKeys);
            copy.indexes.addAll(indexes);
            copy.trigger = trigger;
            return copy;
        }

        boolean isUsedByKey(String column) {
            return keys.stream().anyMatch(key -> key.columns().contains(column) || key.include().contains(column))
                    || foreignKeys.stream().anyMatch(key -> key.columns().contains(column))
                    || indexes.stream().anyMatch(index -> index.unique() && index.columns().contains(column));
        }

        boolean isPrimary(String column) {
            return keys.stream().anyMatch(key -> key.primary() && key.columns().contains(column));
        }

        /** Takes the column away and everything of the table that needs it. */
        void remove(String column) {
            columns.remove(column);
            columns.values().stream().filter(other -> column.equals(other.generatedFrom)).map(other -> other.name).toList()
                    .forEach(this::remove);
            keys.removeIf(key -> key.columns().contains(column) || key.include().contains(column));
            checks.removeIf(check -> check.columns().contains(column));
            foreignKeys.removeIf(key -> key.columns().contains(column));
            indexes.removeIf(index -> index.columns().contains(column));
        }
    }

    static final class ColumnModel {
        final String name;
        ColumnType type;
        boolean notNull;
        String defaultValue;
        /** The sequence whose next value is the default, or null. */
        Name sequence;
        String identity;
        String generated;
        String generatedFrom;
        String collation;
        String comment;

        ColumnModel(String name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        ColumnModel copy() {
            ColumnModel copy = new ColumnModel(name, type);
            copy.notNull = notNull;
            copy.defaultValue = defaultValue;
            copy.sequence = sequence;
            copy.identity = identity;
            copy.generated = generated;
            copy.generatedFrom = generatedFrom;
            copy.collation = collation;
            copy.comment = comment;
            return copy;
        }

        /** Whether rows that are there can get the column. */
        boolean canBeAddedToRows() {
            return !notNull || defaultValue != null || sequence != null || identity != null || generated != null;
        }
    }

    record KeyModel(String name, boolean primary, List<String> columns, List<String> include, String options) {
    }

    record CheckModel(String name, String condition, List<String> columns, boolean noInherit) {
    }

    record ForeignKeyModel(String name, List<String> columns, Name table, List<String> referenced, String options) {
    }

    record IndexModel(String name, boolean unique, String method, List<String> keys, List<String> columns, String rest) {
    }

    record ViewModel(Name name, boolean materialized, Name table, List<String> columns, String condition) {
    }

    TableModel table(Name name) {
        return tables.stream().filter(table -> table.name.equals(name)).findFirst().orElse(null);
    }

    /** Takes the table away and everything that needs it. */
    void remove(Name table) {
        tables.removeIf(other -> other.name.equals(table));
        tables.forEach(other -> other.foreignKeys.removeIf(key -> key.table().equals(table)));
        views.removeIf(view -> view.table().equals(table));
    }

    void remove(TableModel table, String column) {
        table.remove(column);
        tables.forEach(other -> other.foreignKeys
                .removeIf(key -> key.table().equals(table.name) && key.referenced().contains(column)));
        views.removeIf(view -> view.table().equals(table.name) && !table.columns.keySet().containsAll(view.columns()));
        dropDanglingForeignKeys();
    }

    /** Foreign keys whose key went away go too. */
    void dropDanglingForeignKeys() {
        for (TableModel table : tables) {
            table.foreignKeys.removeIf(key -> {
                TableModel parent = table(key.table());
                return parent == null || parent.keys.stream()
                        .noneMatch(target -> target.options().isEmpty() && target.columns().equals(key.referenced()));
            });
        }
    }

    public Model copy() {
        Model copy = new Model();
        copy.schemas.addAll(schemas);
        for (Enumeration each : enums) {
            Enumeration other = new Enumeration(each.name, each.labels);
            other.comment = each.comment;
            copy.enums.add(other);
        }
        for (SequenceModel each : sequences) {
            SequenceModel other = new SequenceModel(each.name, each.options);
            other.comment = each.comment;
            copy.sequences.add(other);
        }
        tables.forEach(table -> copy.tables.add(table.copy()));
        copy.views.addAll(views);
        copy.triggerFunction = triggerFunction;
        return copy;
    }
}
