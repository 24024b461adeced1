package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Wrappers without a handler, servers, user mappings and foreign tables, which only views read and nobody asks. */
final class ForeignItems {

    private final Draw draw;
    private final Items items;
    private final TypeItems types;

    ForeignItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
        this.types = new TypeItems(draw, items);
    }

    Item wrapper(String name) {
        return named(Kind.WRAPPER, name, Set.of(), "CREATE FOREIGN DATA WRAPPER " + name + options());
    }

    Item server(String name, Item present) {
        List<Item> wrappers = items.all(Kind.WRAPPER);
        if (wrappers.isEmpty()) {
            return null;
        }
        Item wrapper = draw.oneOf(wrappers);
        String type = present == null ? draw.oneOf("", " TYPE 'old'") : present.sql().contains("TYPE") ? " TYPE 'old'" : "";
        return named(Kind.SERVER, name, Set.of(wrapper.key()), "CREATE SERVER " + name + type
                + draw.oneOf("", " VERSION '1'", " VERSION '2'") + " FOREIGN DATA WRAPPER " + wrapper.name() + options());
    }

    private static Item named(Kind kind, String name, Set<String> needs, String sql) {
        String key = kind + " " + name;
        return new Item(key, kind, key, name, "", List.of(), needs, sql);
    }

    private String options() {
        return draw.oneOf("", " OPTIONS (host 'a')", " OPTIONS (host 'b', \"Port\" '5''4')");
    }

    Item userMapping() {
        List<Item> servers = items.all(Kind.SERVER);
        if (servers.isEmpty()) {
            return null;
        }
        Item server = draw.oneOf(servers);
        String user = draw.oneOf("pg_monitor", "PUBLIC");
        return Item.part(server.key(), Kind.USER_MAPPING, user, Set.of(),
                "CREATE USER MAPPING FOR " + user + " SERVER " + server.name() + options());
    }

    /** @param present the table that it takes the place of, whose columns it has too */
    Item table(String key, Item present) {
        List<Item> servers = items.all(Kind.SERVER);
        if (servers.isEmpty()) {
            return null;
        }
        Item server = draw.oneOf(servers);
        Set<String> needs = new TreeSet<>(Set.of(server.key()));
        List<String> names = new ArrayList<>(present == null ? List.of() : present.columns());
        for (int i = draw.between(present == null ? 1 : 0, 2); i > 0; i--) {
            names.add("f" + (names.size() + 1));
        }
        List<String> columns = new ArrayList<>(List.of("k integer NOT NULL"));
        for (String name : names) {
            TypeItems.Typed type = types.any(key);
            needs.addAll(type.needs());
            columns.add(name + " " + type.sql() + draw.oneOf("", " OPTIONS (name 'x')") + draw.oneOf("", "", " NOT NULL"));
        }
        if (draw.chance(20)) {
            columns.add("CONSTRAINT apart CHECK (k > 0)");
        }
        return Item.alone(key, Kind.FOREIGN_TABLE, "", names, needs, "CREATE FOREIGN TABLE " + key + " ("
                + String.join(", ", columns) + ") SERVER " + server.name() + options());
    }
}
