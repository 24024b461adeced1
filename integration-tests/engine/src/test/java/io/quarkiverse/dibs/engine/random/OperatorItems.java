package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Operators and casts over functions that items have, and operator classes over those of Postgres. */
final class OperatorItems {

    private final Draw draw;
    private final Items items;

    OperatorItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
    }

    /** A prefix operator: what is drawn anew is for the same type. */
    Item operator(Item present) {
        List<Item> tests = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isTest)
                .filter(test -> present == null || test.columns().get(0).equals(present.type())).toList();
        if (tests.isEmpty()) {
            return null;
        }
        Item test = draw.oneOf(tests);
        String type = test.columns().get(0);
        String name = present == null ? ItemNames.schema(test.name()) + "." + draw.oneOf("!!", "@@@", "~&") : present.name();
        String key = name + " (" + type + ")";
        return new Item(key, Kind.OPERATOR, key, name, type, List.of(), Set.of(test.key()), "CREATE OPERATOR " + name
                + " (FUNCTION = " + test.name() + ", RIGHTARG = " + type + ")");
    }

    /** From a type of items' own, for casts of others are not heeded or there already. */
    Item cast() {
        List<Item> types = items.all().stream()
                .filter(item -> item.kind() == Kind.ENUM || item.kind() == Kind.COMPOSITE || item.kind() == Kind.RANGE)
                .toList();
        if (types.isEmpty()) {
            return null;
        }
        return cast(draw.oneOf(types).key(), draw.oneOf("boolean", "text"));
    }

    Item recast(Item present) {
        return cast(present.type(), present.columns().get(0));
    }

    private Item cast(String type, String target) {
        String key = "(" + type + " AS " + target + ")";
        List<Item> tests = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isTest)
                .filter(test -> test.columns().equals(List.of(type))).toList();
        boolean called = target.equals("boolean") && !tests.isEmpty() && draw.chance(70);
        Item test = called ? draw.oneOf(tests) : null;
        return new Item(key, Kind.CAST, key, key, type, List.of(target), called ? Set.of(type, test.key()) : Set.of(type),
                "CREATE CAST " + key + " WITH " + (called ? "FUNCTION " + test.key() : "INOUT")
                        + draw.oneOf("", " AS ASSIGNMENT"));
    }

    /** For the number that every table has. */
    Item operatorClass(String key, Item present) {
        String method = present == null ? draw.oneOf("btree", "btree", "hash") : present.type();
        String members = method.equals("hash")
                ? "OPERATOR 1 =, FUNCTION 1 hashint4(integer)"
                        + draw.oneOf("", ", FUNCTION 2 hashint4extended(integer, bigint)")
                : "OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)"
                        + draw.oneOf("", ", FUNCTION 2 btint4sortsupport(internal)");
        return Item.alone(key, Kind.OPERATOR_CLASS, method, List.of(), Set.of(), "CREATE OPERATOR CLASS " + key
                + " FOR TYPE integer USING " + method + " AS " + members);
    }
}
