package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.engine.random.Conditions.Reference;
import io.quarkiverse.dibs.engine.random.Item.Kind;

/** What hangs on a relation: keys, checks, foreign keys, indexes, triggers, policies, rules, statistics, comments, grants. */
final class PartItems {

    private final Draw draw;
    private final Items items;
    private final Conditions conditions;

    PartItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
        this.conditions = new Conditions(draw, items);
    }

    Item make(Kind kind, Item owner, String name) {
        return switch (kind) {
            case KEY -> key(owner);
            case FOREIGN_KEY -> foreignKey(owner, name);
            case CHECK -> check(owner, name);
            case INDEX -> index(owner, name);
            case TRIGGER -> trigger(owner, name);
            case POLICY -> policy(owner, name);
            case RULE -> rule(owner, name);
            case STATISTICS -> statistics(owner, name);
            case SETTING -> setting(owner);
            case PUBLICATION -> publication(owner, name);
            case OWNERSHIP -> ownership(owner);
            case COMMENT -> comment(owner);
            default -> grant(owner);
        };
    }

    private static Item part(Item owner, Kind kind, String name, Set<String> needs, String sql) {
        return Item.part(owner.key(), kind, name, needs, sql);
    }

    private static String alter(Item table) {
        return "ALTER TABLE " + table.name() + " ADD CONSTRAINT ";
    }

    private Item key(Item table) {
        if (TableItems.isPartition(table)) {
            return null;
        }
        if (table.type().isEmpty() && draw.chance(10)) {
            String name = ItemNames.local(table.key()) + "_apart";
            return part(table, Kind.CHECK, name, Set.of(), alter(table) + name
                    + " EXCLUDE USING gist (int4range(k, k + 1) WITH &&)" + draw.oneOf("", " WHERE (k > 2)"));
        }
        String name = ItemNames.local(table.key()) + "_key";
        return part(table, Kind.KEY, name, Set.of(), alter(table) + name + draw.oneOf(" PRIMARY KEY (k)", " PRIMARY KEY (k)",
                " UNIQUE (k)", " UNIQUE (k) WITH (fillfactor = 80)", " UNIQUE (k) DEFERRABLE"));
    }

    private Item foreignKey(Item table, String name) {
        List<Item> keys = items.all(Kind.KEY).stream().filter(key -> !key.sql().contains("DEFERRABLE")).toList();
        if (keys.isEmpty() || TableItems.isPartition(table) || TableItems.isTyped(table)) {
            return null;
        }
        Item key = draw.oneOf(keys);
        Item referenced = items.find(key.owner());
        if (referenced.sql().contains("UNLOGGED") != table.sql().contains("UNLOGGED")) {
            return null;
        }
        String parent = referenced.name();
        // a column of its own, in which there are no values
        return part(table, Kind.FOREIGN_KEY, name, Set.of(key.key()), "ALTER TABLE " + table.name() + " ADD COLUMN " + name
                + "_ref integer CONSTRAINT " + name + " REFERENCES " + parent + " (k)" + draw.oneOf("", " ON DELETE CASCADE",
                        " ON UPDATE SET NULL", " DEFERRABLE INITIALLY DEFERRED"));
    }

    /** Whether a table above or below has one of that name. */
    private boolean isTaken(Kind kind, Item table, String name) {
        return items.all(kind).stream().anyMatch(other -> other.name().equals(name)
                && (items.reaches(items.find(other.owner()), table.key()) || items.reaches(table, other.owner())));
    }

    private Item check(Item table, String name) {
        if (isTaken(Kind.CHECK, table, name)) {
            return null;
        }
        Set<String> needs = new TreeSet<>();
        String condition = conditions.over(table, "x", needs).replace("x.", "");
        boolean alone = table.type().isEmpty() && draw.chance(15);
        // a partition has its check of a tree valid or not by whichever came first, of which nothing is read
        boolean notValid = table.type().isEmpty() && items.children(table).isEmpty() && draw.chance(10);
        return part(table, Kind.CHECK, name, needs, alter(table) + name + " CHECK (" + condition + ")"
                + (alone ? " NO INHERIT" : notValid ? " NOT VALID" : ""));
    }

    private Item index(Item relation, String name) {
        if (relation.kind() == Kind.VIEW && !ViewItems.isMaterialized(relation)) {
            return null;
        }
        Set<String> needs = new TreeSet<>(Set.of(relation.key()));
        String own = ItemNames.local(relation.key()) + "_" + name;
        String rare = rareIndex(relation, needs);
        if (rare != null) {
            return part(relation, Kind.INDEX, own, needs, "CREATE INDEX " + own + " ON " + relation.name() + rare);
        }
        List<Reference> columns = Conditions.columns(items, relation).stream()
                .filter(column -> !column.type().startsWith("json")).toList();
        List<Reference> some = draw.some(columns, draw.between(1, 2));
        some.forEach(column -> needs.add(column.key()));
        String keys = some.stream().map(column -> draw.chance(25) ? "(" + column.name() + " IS NULL)"
                : column.name() + draw.oneOf("", "", " DESC", " NULLS FIRST")).collect(Collectors.joining(", "));
        String where = draw.chance(25) ? " WHERE " + immutable(some.get(0)) : "";
        return part(relation, Kind.INDEX, own, needs, "CREATE INDEX " + own + " ON " + relation.name() + " (" + keys + ")"
                + draw.oneOf("", "", " WITH (fillfactor = 60)") + where);
    }

    /** By an operator class or a configuration of the items; null mostly. */
    private String rareIndex(Item relation, Set<String> needs) {
        List<Item> classes = items.all(Kind.OPERATOR_CLASS);
        if (relation.kind() == Kind.TABLE && !classes.isEmpty() && draw.chance(50)) {
            Item operatorClass = draw.oneOf(classes);
            needs.add(operatorClass.key());
            return " USING " + operatorClass.type() + " (k " + operatorClass.name() + ")";
        }
        List<Reference> texts = Conditions.columns(items, relation).stream().filter(column -> column.type().equals("text"))
                .toList();
        if (texts.isEmpty() || draw.chance(40)) {
            return null;
        }
        Reference text = draw.oneOf(texts);
        String words = new TextItems(draw, items).words(text.name(), needs);
        if (words == null) {
            return null;
        }
        needs.add(text.key());
        return " USING gin (" + words + ")";
    }

    private static String immutable(Reference column) {
        return column.name() + " IS NOT NULL";
    }

    private Item trigger(Item relation, String name) {
        List<Item> functions = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isTrigger).toList();
        if (functions.isEmpty() || ViewItems.isMaterialized(relation)) {
            return null;
        }
        Item function = draw.oneOf(functions);
        Set<String> needs = new TreeSet<>(Set.of(function.key()));
        String when = "";
        String event;
        if (isTaken(Kind.TRIGGER, relation, name)) {
            return null;
        }
        if (relation.kind() == Kind.VIEW) {
            event = "INSTEAD OF " + draw.oneOf("INSERT", "UPDATE OR DELETE");
        } else {
            event = draw.oneOf("BEFORE INSERT", "AFTER INSERT OR UPDATE", "AFTER DELETE");
            List<Item> columns = items.columns(relation);
            if (!columns.isEmpty() && draw.chance(30)) {
                Item column = draw.oneOf(columns);
                needs.add(column.key());
                event = "AFTER UPDATE OF " + column.name();
            }
            if (!event.contains("DELETE") && draw.chance(30)) {
                when = " WHEN (NEW.k > " + draw.between(0, 3) + ")";
            }
        }
        return part(relation, Kind.TRIGGER, name, needs, "CREATE TRIGGER " + name + " " + event + " ON " + relation.name()
                + " FOR EACH ROW" + when + " EXECUTE FUNCTION " + function.name() + "()");
    }

    private Item policy(Item table, String name) {
        Set<String> needs = new TreeSet<>();
        String condition = conditions.over(table, table.key(), needs);
        return part(table, Kind.POLICY, name, needs, "CREATE POLICY " + name + " ON " + table.name()
                + draw.oneOf("", " AS RESTRICTIVE") + draw.oneOf("", " FOR SELECT") + draw.oneOf("", " TO pg_monitor")
                + " USING (" + condition + ")");
    }

    private Item rule(Item relation, String name) {
        if (ViewItems.isMaterialized(relation)) {
            return null;
        }
        String condition = relation.kind() == Kind.TABLE && draw.chance(40) ? " WHERE NEW.k > 5" : "";
        return part(relation, Kind.RULE, name, Set.of(), "CREATE RULE " + name + " AS ON " + draw.oneOf("INSERT", "UPDATE")
                + " TO " + relation.name() + condition + " DO " + draw.oneOf("INSTEAD", "ALSO") + " NOTHING");
    }

    private Item statistics(Item table, String name) {
        List<Reference> columns = Conditions.columns(items, table).stream()
                .filter(column -> Scalars.isKnown(column.type()) && !column.type().startsWith("json")).toList();
        if (columns.size() < 2) {
            return null;
        }
        List<Reference> two = draw.some(columns, 2);
        String own = ItemNames.local(table.key()) + "_" + name;
        return part(table, Kind.STATISTICS, own, two.stream().map(Reference::key).collect(Collectors.toSet()),
                "CREATE STATISTICS " + ItemNames.schema(table.key()) + "." + own + draw.oneOf("", " (ndistinct)",
                        " (dependencies, mcv)") + " ON " + two.get(0).name() + ", " + two.get(1).name() + " FROM "
                        + table.name());
    }

    /** What is said of a table or one of its columns in a statement of its own. */
    private Item setting(Item table) {
        List<Item> columns = items.partsOf(table.key(), Kind.COLUMN);
        boolean text = !columns.isEmpty() && draw.chance(40);
        if (text) {
            Item column = draw.oneOf(columns);
            String what = column.type().equals("text") || column.type().equals("jsonb")
                    ? draw.oneOf("SET STORAGE EXTERNAL", "SET STATISTICS 50", "SET COMPRESSION pglz")
                    : draw.oneOf("SET STATISTICS 50", "SET (n_distinct = 5)");
            return part(table, Kind.SETTING, column.name() + what, Set.of(column.key()),
                    "ALTER TABLE ONLY " + table.name() + " ALTER COLUMN " + column.name() + " " + what);
        }
        List<Item> keys = items.partsOf(table.key(), Kind.KEY).stream()
                .filter(key -> !key.sql().contains("DEFERRABLE")).toList();
        if (!keys.isEmpty() && draw.chance(40)) {
            return part(table, Kind.SETTING, "replica", Set.of(keys.get(0).key()), "ALTER TABLE " + table.name()
                    + " REPLICA IDENTITY USING INDEX " + keys.get(0).name());
        }
        List<Item> indexes = items.partsOf(table.key(), Kind.INDEX).stream().filter(index -> !index.sql().contains("USING")
                && !index.sql().contains("WHERE")).toList();
        if (!indexes.isEmpty() && table.type().isEmpty() && draw.chance(40)) {
            Item index = draw.oneOf(indexes);
            return part(table, Kind.SETTING, "cluster", Set.of(index.key()),
                    "ALTER TABLE " + table.name() + " CLUSTER ON " + index.name());
        }
        if (table.type().isEmpty() && draw.chance(25)) {
            return part(table, Kind.SETTING, "parameters", Set.of(), "ALTER TABLE " + table.name() + " SET ("
                    + draw.oneOf("autovacuum_enabled = false", "parallel_workers = 2",
                            "autovacuum_vacuum_scale_factor = 0.3, toast.autovacuum_enabled = false")
                    + ")");
        }
        String what = draw.oneOf("ENABLE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY", "REPLICA IDENTITY FULL");
        return part(table, Kind.SETTING, what.startsWith("REPLICA") ? "replica" : what, Set.of(),
                "ALTER TABLE " + table.name() + " " + what);
    }

    private Item ownership(Item table) {
        List<Item> columns = items.partsOf(table.key(), Kind.COLUMN);
        List<Item> sequences = items.all(Kind.SEQUENCE).stream()
                .filter(sequence -> ItemNames.schema(sequence.key()).equals(ItemNames.schema(table.key()))
                        && items.usersOf(sequence.key()).stream().noneMatch(user -> user.kind() == Kind.OWNERSHIP))
                .toList();
        if (columns.isEmpty() || sequences.isEmpty() || table.sql().contains("UNLOGGED")) {
            return null;
        }
        Item column = draw.oneOf(columns);
        Item sequence = draw.oneOf(sequences);
        return part(table, Kind.OWNERSHIP, sequence.key(), Set.of(column.key(), sequence.key()),
                "ALTER SEQUENCE " + sequence.name() + " OWNED BY " + table.name() + "." + column.name());
    }

    private Item publication(Item table, String name) {
        if (table.sql().contains("UNLOGGED")
                || items.all(Kind.PUBLICATION).stream().anyMatch(other -> other.name().equals(name))) {
            return null;
        }
        return part(table, Kind.PUBLICATION, name, Set.of(), "CREATE PUBLICATION " + name + " FOR TABLE " + table.name()
                + draw.oneOf("", " WITH (publish = 'insert')"));
    }

    private Item comment(Item item) {
        String target = switch (item.kind()) {
            case ENUM, COMPOSITE, RANGE -> "TYPE " + item.name();
            case DOMAIN -> "DOMAIN " + item.name();
            case SEQUENCE -> "SEQUENCE " + item.name();
            case TABLE -> "TABLE " + item.name();
            case VIEW -> (ViewItems.isMaterialized(item) ? "MATERIALIZED VIEW " : "VIEW ") + item.name();
            case ROUTINE -> item.type().equals("aggregate") || item.type().equals("procedure") ? null
                    : "FUNCTION " + item.key();
            case COLUMN -> "COLUMN " + item.owner() + "." + item.name();
            case CHECK, KEY -> "CONSTRAINT " + item.name() + " ON " + item.owner();
            case FOREIGN_TABLE -> "FOREIGN TABLE " + item.name();
            case COLLATION -> "COLLATION " + item.name();
            case CONVERSION -> "CONVERSION " + item.name();
            case DICTIONARY -> "TEXT SEARCH DICTIONARY " + item.name();
            case CONFIGURATION -> "TEXT SEARCH CONFIGURATION " + item.name();
            case OPERATOR -> "OPERATOR " + item.name() + " (NONE, " + item.type() + ")";
            case OPERATOR_CLASS -> "OPERATOR CLASS " + item.name() + " USING " + item.type();
            case CAST -> "CAST " + item.name();
            case SERVER -> "SERVER " + item.name();
            case WRAPPER -> "FOREIGN DATA WRAPPER " + item.name();
            case EVENT_TRIGGER -> "EVENT TRIGGER " + item.name();
            case INDEX -> "INDEX " + ItemNames.schema(item.owner()) + "." + item.name();
            case TRIGGER -> "TRIGGER " + item.name() + " ON " + item.owner();
            case POLICY -> "POLICY " + item.name() + " ON " + item.owner();
            case RULE -> "RULE " + item.name() + " ON " + item.owner();
            case STATISTICS -> "STATISTICS " + ItemNames.schema(item.owner()) + "." + item.name();
            default -> null;
        };
        return target == null ? null
                : part(item, Kind.COMMENT, "", Set.of(), "COMMENT ON " + target + " IS '" + draw.oneOf("one", "two") + "'");
    }

    private Item grant(Item item) {
        String what = switch (item.kind()) {
            case ENUM, COMPOSITE, RANGE, DOMAIN -> "USAGE ON TYPE " + item.name();
            case SERVER -> "USAGE ON FOREIGN SERVER " + item.name();
            case WRAPPER -> "USAGE ON FOREIGN DATA WRAPPER " + item.name();
            case TABLE, VIEW, FOREIGN_TABLE -> draw.oneOf("SELECT", "SELECT, INSERT", "ALL") + " ON " + item.name();
            case COLUMN -> "SELECT (" + item.name() + "), UPDATE (" + item.name() + ") ON " + item.owner();
            case SEQUENCE -> "USAGE ON SEQUENCE " + item.name();
            case ROUTINE -> "EXECUTE ON ROUTINE " + item.key();
            default -> null;
        };
        return what == null ? null
                : part(item, Kind.GRANT, "", Set.of(), "GRANT " + what + " TO pg_monitor"
                        + draw.oneOf("", " WITH GRANT OPTION"));
    }
}
