package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/**
 * Tables of every sort and their columns. Each has {@code k integer}, by which it is partitioned and referred to; a partition
 * holds the ten numbers of a slot.
 */
final class TableItems {

    private final Draw draw;
    private final Items items;
    private final TypeItems types;

    TableItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
        this.types = new TypeItems(draw, items);
    }

    /** Of {@code type}: empty for a plain table, else the strategy; of a partition, its slot is in {@code columns}. */
    static boolean isLeaf(Item table) {
        return table.type().isEmpty() && (table.columns().isEmpty() || !table.columns().get(0).equals("hash"));
    }

    static boolean isPartition(Item table) {
        return !table.columns().isEmpty();
    }

    /** What the numbers of a table's rows begin behind, whatever the table is: they stay when it leaves its tree. */
    static int slot(String table) {
        return 10 * (Math.floorMod(table.hashCode(), 64) / 16);
    }

    Item make(String key) {
        List<Item> partitioned = items.all(Kind.TABLE).stream()
                .filter(table -> !table.type().isEmpty() && items.children(table).size() < 5).toList();
        if (!partitioned.isEmpty() && draw.chance(50)) {
            Item partition = partition(key, draw.oneOf(partitioned));
            if (partition != null) {
                return partition;
            }
        }
        if (draw.chance(25)) {
            String strategy = draw.oneOf("range", "range", "list", "hash");
            return new Item(key, Kind.TABLE, key, key, strategy, List.of(), Set.of(),
                    "CREATE TABLE " + key + " (k integer NOT NULL) PARTITION BY " + strategy + " (k)");
        }
        List<Item> plain = items.all(Kind.TABLE).stream().filter(table -> table.type().isEmpty() && !isPartition(table)
                && !isTyped(table) && !table.key().equals(key)
                && items.columns(table).stream().noneMatch(column -> column.sql().endsWith("NOT NULL"))
                && items.partsOf(table.key(), Kind.CHECK).stream().noneMatch(check -> check.sql().endsWith("NOT VALID")))
                .toList();
        if (!plain.isEmpty() && draw.chance(20)) {
            Item parent = draw.oneOf(plain);
            return new Item(key, Kind.TABLE, key, key, "", List.of(), Set.of(parent.key()),
                    "CREATE TABLE " + key + " () INHERITS (" + parent.name() + ")");
        }
        return plain(key);
    }

    static boolean isTyped(Item table) {
        return table.sql().contains(" OF ") && !isPartition(table);
    }

    private Item plain(String key) {
        List<Item> rowTypes = items.all(Kind.COMPOSITE).stream().filter(TypeItems::isRow)
                .filter(type -> !items.reaches(type, key)).toList();
        if (!rowTypes.isEmpty() && items.partsOf(key, Kind.COLUMN).isEmpty() && draw.chance(40)) {
            Item type = draw.oneOf(rowTypes);
            return new Item(key, Kind.TABLE, key, key, "", List.of(), Set.of(type.key()), "CREATE TABLE " + key + " OF "
                    + type.name() + " (k WITH OPTIONS NOT NULL)" + (draw.chance(15) ? " WITH (fillfactor = 70)" : ""));
        }
        return new Item(key, Kind.TABLE, key, key, "", List.of(), Set.of(), "CREATE " + (draw.chance(8) ? "UNLOGGED " : "")
                + "TABLE " + key + " (k integer NOT NULL)" + (draw.chance(15) ? " WITH (fillfactor = 70)" : ""));
    }

    private Item partition(String key, Item parent) {
        Set<String> taken = new TreeSet<>();
        items.children(parent).forEach(child -> taken.add(child.columns().get(1)));
        String slot = String.valueOf(slot(key) / 10);
        // rows of a table that comes into the tree later fit only where their numbers are known to
        boolean unsure = parent.type().equals("hash") || isPartition(parent);
        if (taken.contains(slot) || unsure && ItemNames.hasRows(key)) {
            return null;
        }
        int low = slot(key);
        String strategy = parent.type();
        String bound = switch (strategy) {
            case "hash" -> "FOR VALUES WITH (MODULUS 4, REMAINDER " + slot + ")";
            case "list" -> "FOR VALUES IN (" + (low + 1) + ", " + (low + 2) + ", " + (low + 3) + ")";
            default -> "FOR VALUES FROM (" + low + ") TO (" + (low + 10) + ")";
        };
        String nested = draw.chance(12) && strategy.equals("range") ? "list" : "";
        return new Item(key, Kind.TABLE, key, key, nested, List.of(strategy, slot), Set.of(parent.key()), "CREATE TABLE " + key
                + " PARTITION OF " + parent.name() + " " + bound + (nested.isEmpty() ? "" : " PARTITION BY LIST (k)"));
    }

    /**
     * Another form of a table that stays: parameters, or out of its tree of partitions. A child stays one: Postgres has no way
     * to
     * make its own columns inherited ones again.
     */
    Item redrawn(Item table) {
        if (!items.parents(table).isEmpty()) {
            return table.type().isEmpty() && isPartition(table) ? plain(table.key()) : table;
        }
        boolean referenced = items.all(Kind.FOREIGN_KEY).stream()
                .anyMatch(key -> key.owner().equals(table.key()) || items.reaches(key, table.key()));
        boolean published = !items.partsOf(table.key(), Kind.PUBLICATION).isEmpty();
        return !table.type().isEmpty() || !items.children(table).isEmpty() || referenced || published ? table
                : plain(table.key());
    }

    /** A column of a table that is no partition, for those have what their parent has. */
    Item column(Item table, String name, Item present) {
        // a tree may get a table with rows later
        boolean rows = ItemNames.hasRows(table.key()) || !table.type().isEmpty() || !items.children(table).isEmpty()
                || !items.parents(table).isEmpty();
        TypeItems.Typed type = present == null ? types.any(table.key()) : retyped(present, rows);
        Set<String> needs = new TreeSet<>(type.needs());
        StringBuilder sql = new StringBuilder("ALTER TABLE " + table.name() + " ADD COLUMN " + name + " ");
        boolean generated = present == null ? draw.chance(10) : present.sql().contains("STORED");
        if (generated) {
            return computed(table, name, present, sql);
        }
        sql.append(type.sql()).append(new TextItems(draw, items).collated(type.sql(), needs));
        if (type.sql().equals("bigint") && !rows && (present == null ? draw.chance(20) : present.sql().contains("IDENTITY"))) {
            sql.append(draw.oneOf(" GENERATED ALWAYS AS IDENTITY", " GENERATED BY DEFAULT AS IDENTITY (START WITH 40)",
                    " GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 MAXVALUE 900 CACHE 3 CYCLE)"));
            return column(table, name, "bigint", Set.of(), sql.toString());
        }
        String value = draw.chance(40) ? defaultOf(table, type, needs) : null;
        if (value != null) {
            sql.append(" DEFAULT ").append(value);
        }
        if (value != null && Scalars.isKnown(type.sql()) ? draw.chance(40) : !rows && draw.chance(20)) {
            sql.append(" NOT NULL");
        }
        return column(table, name, type.sql(), needs, sql.toString());
    }

    /** Of text, of an enum or of a domain over integers. */
    private Item computed(Item table, String name, Item present, StringBuilder sql) {
        Set<String> needs = new TreeSet<>();
        List<Item> own = items.all().stream().filter(item -> item.kind() == Kind.ENUM
                || item.kind() == Kind.DOMAIN && item.type().equals("integer") && !items.reaches(item, table.key())).toList();
        String type = present == null ? own.isEmpty() || draw.chance(50) ? "text" : draw.oneOf(own).key() : present.type();
        String expression;
        List<Item> others = items.partsOf(table.key(), Kind.COLUMN).stream()
                .filter(column -> !column.sql().contains("STORED") && !column.name().equals(name)).toList();
        if (!type.equals("text")) {
            needs.add(type);
            expression = items.find(type).kind() == Kind.DOMAIN ? draw.oneOf("k", "k + 1")
                    : draw.oneOf("'first'::" + type, "CASE WHEN k > 1 THEN 'first'::" + type + " END");
        } else if (!others.isEmpty() && draw.chance(50)) {
            Item other = draw.oneOf(others);
            needs.add(other.key());
            expression = draw.oneOf("(" + other.name() + " IS NULL)::text",
                    "CASE WHEN " + other.name() + " IS NULL THEN 'x' END");
        } else {
            expression = draw.oneOf("k::text", "'n' || k::text", "(k + 1)::text");
        }
        sql.append(type).append(" GENERATED ALWAYS AS (").append(expression).append(") STORED");
        return column(table, name, type, needs, sql.toString());
    }

    private String defaultOf(Item table, TypeItems.Typed type, Set<String> needs) {
        if (type.sql().equals("integer") || type.sql().equals("bigint")) {
            List<Item> sequences = items.all(Kind.SEQUENCE);
            if (!sequences.isEmpty() && draw.chance(40)) {
                Item sequence = draw.oneOf(sequences);
                needs.add(sequence.key());
                return "nextval('" + sequence.name() + "')";
            }
            List<Item> counts = items.all(Kind.ROUTINE).stream()
                    .filter(routine -> RoutineItems.isCount(routine) && !items.reaches(routine, table.key())).toList();
            if (!counts.isEmpty() && type.sql().equals("bigint") && draw.chance(40)) {
                Item count = draw.oneOf(counts);
                needs.add(count.key());
                return count.name() + "()";
            }
        }
        if (Scalars.isKnown(type.sql())) {
            return Scalars.literal(type.sql());
        }
        Item own = items.find(type.needs().iterator().next());
        return type.sql().endsWith("[]") ? "'{}'" : own.kind() == Kind.ENUM ? "'first'" : null;
    }

    Item sequence(String key) {
        return Item.alone(key, Kind.SEQUENCE, "", List.of(), Set.of(), "CREATE SEQUENCE " + key + draw.oneOf("", "",
                " AS integer", " INCREMENT BY 3", " MINVALUE 5 START WITH 9 CACHE 4", " CYCLE"));
    }

    private TypeItems.Typed retyped(Item present, boolean rows) {
        if (Scalars.isKnown(present.type()) && draw.chance(70)) {
            return new TypeItems.Typed(draw.oneOf(Scalars.family(present.type())), Set.of());
        }
        Set<String> needs = new TreeSet<>(present.needs());
        needs.remove(present.owner());
        return rows || draw.chance(60) ? new TypeItems.Typed(present.type(), needs) : types.any(present.owner());
    }

    private static Item column(Item table, String name, String type, Set<String> needs, String sql) {
        return new Item(table.key() + "/" + Kind.COLUMN + "/" + name, Kind.COLUMN, table.key(), name, type, List.of(), needs,
                sql);
    }
}
