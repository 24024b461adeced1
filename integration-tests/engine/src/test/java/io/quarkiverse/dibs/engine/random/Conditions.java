package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Conditions over a relation that hold for every row, whatever the types of its columns. */
final class Conditions {

    private final Draw draw;
    private final Items items;

    Conditions(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
    }

    /** A column of a relation by its name, with the key of what must be there for it. */
    record Reference(String name, String key, String type) {
    }

    static List<Reference> columns(Items items, Item relation) {
        if (relation.kind() == Kind.VIEW || relation.kind() == Kind.FOREIGN_TABLE) {
            return relation.columns().stream().map(name -> new Reference(name, relation.key(), "")).toList();
        }
        List<Reference> columns = new java.util.ArrayList<>(List.of(new Reference("k", relation.key(), "integer")));
        items.columns(relation).forEach(column -> columns.add(new Reference(column.name(), column.key(), column.type())));
        return columns;
    }

    /** @param qualifier the alias or NEW */
    String over(Item relation, String qualifier, Set<String> needs) {
        Reference column = draw.oneOf(columns(items, relation));
        needs.add(relation.key());
        needs.add(column.key());
        String name = qualifier + "." + column.name();
        List<Item> tests = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isTest)
                .filter(test -> test.columns().equals(List.of(column.type()))).toList();
        if (!tests.isEmpty() && draw.chance(50)) {
            Item test = draw.oneOf(tests);
            needs.add(test.key());
            return test.name() + "(" + name + ")";
        }
        List<Item> called = items.all().stream()
                .filter(item -> (item.kind() == Kind.OPERATOR || item.kind() == Kind.CAST) && item.type().equals(column.type()))
                .toList();
        if (!called.isEmpty() && draw.chance(60)) {
            Item item = draw.oneOf(called);
            needs.add(item.key());
            return item.kind() == Kind.OPERATOR
                    ? "(OPERATOR(" + item.name() + ") " + name + ") IS NOT NULL"
                    : "CAST(" + name + " AS " + item.columns().get(0) + ") IS NOT NULL OR true";
        }
        return draw.oneOf(name + " IS NOT NULL OR true", name + "::text IS DISTINCT FROM 'x'",
                "(" + name + " IS NULL) IN (true, false)");
    }
}
