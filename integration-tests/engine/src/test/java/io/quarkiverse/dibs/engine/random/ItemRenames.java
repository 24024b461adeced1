package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/**
 * New names for what stays, by the former one as statements write it: {@code s1.alpha}, {@code c1} wherever there is such a
 * column, {@code 'green'} wherever an enum has it. Some are the names of other things that stay, go or come.
 */
record ItemRenames(SortedMap<String, String> names) {

    static final ItemRenames NONE = new ItemRenames(new TreeMap<>());
    private static final Pattern TOKEN = Pattern.compile("\\bs[12]\\.\\w+|'\\w+'|\\w+");
    private static final Pattern LABEL = Pattern.compile("'\\w+'");

    ItemRenames {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    static ItemRenames random(Draw draw, Items from, Items to) {
        List<Item> kept = from.all().stream().filter(item -> stays(item, from, to) && hasName(item)).toList();
        SortedMap<String, String> names = new TreeMap<>();
        for (int i = kept.isEmpty() ? 0 : draw.between(1, 4); i > 0; i--) {
            Item item = draw.oneOf(kept);
            if (item.kind() == Kind.ENUM && draw.chance(50)) {
                trade(names, "'" + draw.oneOf("red", "green", "first") + "'", "'" + draw.oneOf("blue", "white", "grey") + "'");
            } else if (item.kind() == Kind.COLUMN) {
                trade(names, item.name(), "c" + draw.between(1, 8));
            } else if (item.name().contains(".")) {
                List<Item> others = kept.stream().filter(other -> other.name().contains(".")).toList();
                String fresh = ItemNames.schema(item.name()) + ".new_" + ItemNames.local(item.name());
                trade(names, item.name(), draw.chance(30) ? draw.oneOf(others).name() : fresh);
            } else {
                trade(names, item.name(), item.name() + "_new");
            }
        }
        return new ItemRenames(names);
    }

    /** What has the new name gets the former one. */
    private static void trade(Map<String, String> names, String former, String present) {
        boolean schemas = former.contains(".")
                && !ItemNames.schema(former).equals(ItemNames.schema(present));
        if (!schemas && !names.containsKey(former) && !names.containsKey(present)) {
            names.put(former, present);
            names.put(present, former);
        }
    }

    private static boolean hasName(Item item) {
        return switch (item.kind()) {
            case ENUM, DOMAIN, COMPOSITE, RANGE, SEQUENCE, TABLE, COLUMN, KEY, CHECK, INDEX, VIEW, ROUTINE, COLLATION,
                    DICTIONARY,
                    CONFIGURATION, OPERATOR_CLASS, FOREIGN_TABLE, CONVERSION ->
                !item.name().contains("(") && !item.key().matches(".*\\(.*\\(.*");
            default -> false;
        };
    }

    private static boolean stays(Item item, Items from, Items to) {
        if (!to.has(item.key()) || to.find(item.key()).kind() != item.kind()) {
            return false;
        }
        return item.owner().equals(item.key()) || stays(from.find(item.owner()), from, to);
    }

    String applied(String sql) {
        return TOKEN.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(applied(match)));
    }

    private String applied(MatchResult token) {
        String whole = token.group();
        int point = whole.indexOf('.');
        if (point < 0 || names.containsKey(whole)) {
            return names.getOrDefault(whole, whole);
        }
        // an index, whose name stands alone where it is created
        String local = whole.substring(point + 1);
        return whole.substring(0, point + 1) + names.getOrDefault(local, local);
    }

    /** Each set of renames with one less. */
    List<ItemRenames> shorter() {
        List<ItemRenames> all = new ArrayList<>();
        names.forEach((former, present) -> {
            SortedMap<String, String> fewer = new TreeMap<>(names);
            fewer.remove(former);
            fewer.remove(present);
            all.add(new ItemRenames(fewer));
        });
        return all;
    }

    /** The lines that declare them, and that say where rows are. */
    String declared(Items from, Items to) {
        List<String> lines = new ArrayList<>();
        for (Item item : from.all()) {
            if (hasName(item) && stays(item, from, to)) {
                String former = shown(item);
                if (!applied(former).equals(former)) {
                    lines.add("-- rename: " + former + "=" + applied(former));
                }
                if (item.kind() == Kind.ENUM) {
                    labels(item, to.find(item.key())).forEach(lines::add);
                }
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        lines.add("-- rows: SELECT count(*) FROM pg_namespace WHERE nspname IN ('s1', 's2') => 2");
        from.filled().stream().filter(table -> stays(table, from, to)).forEach(table -> {
            lines.add("-- rows: SELECT count(k) FROM ONLY " + applied(table.name()) + " => 3");
            from.partsOf(table.key(), Kind.COLUMN).stream()
                    .filter(column -> column.isFilled() && stays(column, from, to) && to.find(column.key()).isFilled())
                    .forEach(column -> lines.add("-- rows: SELECT count(" + applied(column.name()) + ") FROM ONLY "
                            + applied(table.name()) + " => 3"));
        });
        return String.join("\n", lines) + "\n";
    }

    private List<String> labels(Item former, Item present) {
        return LABEL.matcher(former.sql()).results().map(MatchResult::group)
                .filter(label -> present.sql().contains(label) && names.containsKey(label))
                .map(label -> "-- rename: " + former.name() + "." + bare(label) + "=" + applied(former.name()) + "."
                        + bare(names.get(label)))
                .toList();
    }

    private static String bare(String label) {
        return label.substring(1, label.length() - 1);
    }

    private static String shown(Item item) {
        return switch (item.kind()) {
            case COLUMN, KEY, CHECK -> item.owner() + "." + item.name();
            case INDEX -> ItemNames.schema(item.owner()) + "." + item.name();
            case ROUTINE -> item.key();
            case OPERATOR_CLASS -> item.name() + "(" + item.type() + ")";
            default -> item.name();
        };
    }
}
