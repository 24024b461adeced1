package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** A schema as items. Mutable; what an item needs is always there, for what needs it goes with it. */
public final class Items {

    private final Map<String, Item> items = new LinkedHashMap<>();

    Items copy() {
        Items copy = new Items();
        copy.items.putAll(items);
        return copy;
    }

    Item find(String key) {
        return items.get(key);
    }

    boolean has(String key) {
        return items.containsKey(key);
    }

    /** Puts an item in, or in the place of the one with its key. */
    void put(Item item) {
        items.put(item.key(), item);
    }

    Collection<Item> all() {
        return List.copyOf(items.values());
    }

    List<Item> all(Kind kind) {
        return items.values().stream().filter(item -> item.kind() == kind).toList();
    }

    List<Item> partsOf(String owner, Kind kind) {
        return all(kind).stream().filter(item -> item.owner().equals(owner)).toList();
    }

    List<Item> relations() {
        return items.values().stream().filter(item -> item.kind() == Kind.TABLE || item.kind() == Kind.VIEW).toList();
    }

    /** Whether a query of the relation gets to a foreign table, whose wrapper has nobody to ask. */
    boolean isForeign(Item relation) {
        return all(Kind.FOREIGN_TABLE).stream().anyMatch(table -> reaches(relation, table.key()));
    }

    List<Item> usersOf(String key) {
        return items.values().stream().filter(item -> item.needs().contains(key)).toList();
    }

    /** Takes the item away and all that needs it. */
    void remove(String key) {
        if (items.remove(key) != null) {
            usersOf(key).forEach(item -> remove(item.key()));
        }
    }

    /** The tables whose columns the table has too. */
    List<Item> parents(Item table) {
        return table.needs().stream().map(this::find).filter(item -> item != null && item.kind() == Kind.TABLE).toList();
    }

    List<Item> children(Item table) {
        return all(Kind.TABLE).stream().filter(item -> item.needs().contains(table.key())).toList();
    }

    /** Columns of a table, its own and those of its parents, but not {@code k}, which each has. */
    List<Item> columns(Item table) {
        Map<String, Item> columns = new LinkedHashMap<>();
        parents(table).forEach(parent -> columns(parent).forEach(column -> columns.putIfAbsent(column.name(), column)));
        partsOf(table.key(), Kind.COLUMN).forEach(column -> columns.putIfAbsent(column.name(), column));
        return List.copyOf(columns.values());
    }

    /** Whether {@code other} is needed, however far away. */
    boolean reaches(Item item, String other) {
        return item.key().equals(other) || item.needs().stream().map(this::find)
                .anyMatch(need -> need != null && reaches(need, other));
    }

    /** The statements, each after those that it needs. */
    String sql() {
        Set<String> done = new LinkedHashSet<>();
        items.values().forEach(item -> visit(item, done));
        List<String> statements = new ArrayList<>(List.of("CREATE SCHEMA s1", "CREATE SCHEMA s2"));
        done.forEach(key -> statements.add(items.get(key).sql()));
        return String.join(";\n", statements) + ";\n";
    }

    private void visit(Item item, Set<String> done) {
        if (!done.contains(item.key())) {
            item.needs().forEach(need -> visit(items.get(need), done));
            done.add(item.key());
        }
    }

    /** Every other table that can have rows. */
    List<Item> filled() {
        return all(Kind.TABLE).stream().filter(table -> ItemNames.hasRows(table.key()) && TableItems.isLeaf(table)
                && parents(table).stream().noneMatch(TableItems::isPartition)).toList();
    }

    /** Rows 1, 2 and 3 in the tables that have rows. */
    String rows() {
        List<String> statements = new ArrayList<>();
        for (Item table : filled()) {
            List<String> columns = new ArrayList<>(List.of("k"));
            List<String> values = new ArrayList<>(List.of(TableItems.slot(table.key()) + " + k"));
            columns(table).stream().filter(Item::isFilled).forEach(column -> {
                columns.add(column.name());
                values.add(Scalars.value(column.type()));
            });
            statements.add("INSERT INTO " + table.name() + " (" + String.join(", ", columns) + ") SELECT "
                    + String.join(", ", values) + " FROM generate_series(1, 3) k");
        }
        return statements.isEmpty() ? ""
                : "SET session_replication_role = replica;\n" + String.join(";\n", statements)
                        + ";\nRESET session_replication_role;\n";
    }
}
