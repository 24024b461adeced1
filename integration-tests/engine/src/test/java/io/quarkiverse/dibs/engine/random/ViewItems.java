package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.engine.random.Conditions.Reference;
import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Views and materialized views over tables, views and functions. */
final class ViewItems {

    private final Draw draw;
    private final Items items;
    private final Conditions conditions;

    ViewItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
        this.conditions = new Conditions(draw, items);
    }

    static boolean isMaterialized(Item view) {
        return view.type().equals("materialized");
    }

    /** @param present the view that it takes the place of, whose columns it has too */
    Item make(String key, Item present) {
        boolean materialized = present == null ? draw.chance(20) : isMaterialized(present);
        // what is asked for its rows, now or later, has to have them
        boolean asked = present == null ? materialized
                : items.usersOf(key).stream().anyMatch(user -> user.kind() != Kind.VIEW || isMaterialized(user));
        List<Item> relations = new ArrayList<>(items.relations());
        relations.addAll(items.all(Kind.FOREIGN_TABLE));
        relations.removeIf(item -> items.reaches(item, key) || (materialized || asked) && items.isForeign(item));
        if (relations.isEmpty()) {
            return null;
        }
        Item relation = draw.oneOf(relations);
        Set<String> needs = new TreeSet<>(Set.of(relation.key()));
        List<String> names = new ArrayList<>(present == null ? List.of() : present.columns());
        for (int i = draw.between(present == null ? 1 : 0, 2); i > 0; i--) {
            names.add("v" + (names.size() + 1));
        }
        List<Reference> columns = Conditions.columns(items, relation);
        List<String> selected = new ArrayList<>();
        for (String name : names) {
            Reference column = draw.oneOf(columns);
            needs.add(column.key());
            selected.add(expression(key, "r." + column.name(), needs) + " AS " + name);
        }
        String query = "SELECT " + String.join(", ", selected) + " FROM " + relation.name() + " r";
        if (draw.chance(25)) {
            Item other = draw.oneOf(relations);
            needs.add(other.key());
            query += " JOIN " + other.name() + " o ON " + conditions.over(other, "o", needs);
        }
        if (draw.chance(40)) {
            query += " WHERE " + conditions.over(relation, "r", needs);
        }
        String options = materialized || draw.chance(80) ? "" : " WITH (security_barrier = true)";
        return Item.alone(key, Kind.VIEW, materialized ? "materialized" : "", names, needs, "CREATE "
                + (materialized ? "MATERIALIZED " : "") + "VIEW " + key + options + " AS " + query);
    }

    private String expression(String key, String column, Set<String> needs) {
        List<Item> counts = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isCount)
                .filter(item -> !items.reaches(item, key)).toList();
        if (!counts.isEmpty() && draw.chance(20)) {
            Item count = draw.oneOf(counts);
            needs.add(count.key());
            return count.name() + "()";
        }
        if (draw.chance(10)) {
            String words = new TextItems(draw, items).words(column + "::text", needs);
            return words == null ? column : words;
        }
        return draw.oneOf(column, column, column, column + "::text", column + " IS NULL");
    }
}
