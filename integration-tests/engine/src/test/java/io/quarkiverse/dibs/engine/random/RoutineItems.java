package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Functions, procedures, trigger functions and aggregates, with bodies that Postgres follows and bodies that it does not. */
final class RoutineItems {

    private static final String TEST = "boolean test";
    private static final String TRIGGER = "trigger";
    private static final String EVENT_TRIGGER = "event_trigger";

    private final Draw draw;
    private final Items items;
    private final TypeItems types;

    RoutineItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
        this.types = new TypeItems(draw, items);
    }

    /** An immutable function of one argument that says true of every value. */
    static boolean isTest(Item routine) {
        return routine != null && routine.type().equals(TEST);
    }

    static boolean isTrigger(Item routine) {
        return routine.type().equals(TRIGGER);
    }

    static boolean isEventTrigger(Item routine) {
        return routine.type().equals(EVENT_TRIGGER);
    }

    /** What calls to a routine without arguments give back; empty where there is none such. */
    static boolean isCount(Item routine) {
        return routine.type().equals("count") && routine.columns().isEmpty();
    }

    Item make(String name, Item present) {
        String sort = present == null
                ? draw.oneOf("test", "test", "count", "count", "trigger", "rows", "procedure", "aggregate",
                        EVENT_TRIGGER)
                : present.type().equals(TEST) ? "test" : present.type();
        return switch (sort) {
            case "test" -> test(name, present);
            case "count" -> count(name, present);
            case "trigger" -> routine(name, TRIGGER, List.of(), Set.of(), "CREATE FUNCTION " + name
                    + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + draw.oneOf("RETURN NEW;", "RETURN NULL;",
                            "RAISE DEBUG 'x'; RETURN NEW;")
                    + " END $$");
            case EVENT_TRIGGER -> routine(name, EVENT_TRIGGER, List.of(), Set.of(), "CREATE FUNCTION " + name
                    + "() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN " + draw.oneOf("NULL;", "RAISE DEBUG 'y';")
                    + " END $$");
            case "rows" -> rows(name);
            case "procedure" -> procedure(name);
            default -> routine(name, "aggregate", List.of("integer"), Set.of(), "CREATE AGGREGATE " + name
                    + "(integer) (SFUNC = " + draw.oneOf("int4larger", "int4smaller", "int4pl") + ", STYPE = integer"
                    + draw.oneOf("", ", INITCOND = '0'", ", PARALLEL = safe") + ")");
        };
    }

    private static Item routine(String name, String sort, List<String> arguments, Set<String> needs, String sql) {
        String signature = name + "(" + String.join(",", arguments) + ")";
        return new Item(signature, Kind.ROUTINE, signature, name, sort, arguments, needs, sql);
    }

    private Item test(String name, Item present) {
        TypeItems.Typed type = present == null ? types.any(null)
                : new TypeItems.Typed(present.columns().get(0), needsOfArguments(present));
        String body = draw.oneOf("SELECT $1 IS NOT NULL OR true", "SELECT ($1)::text IS DISTINCT FROM 'q'", "SELECT true");
        String form = draw.chance(30) ? "RETURN " + draw.oneOf("true", "(x IS NOT NULL) OR true")
                : "AS $$ " + body + " $$";
        return routine(name, TEST, List.of(type.sql()), type.needs(), "CREATE FUNCTION " + name + "(x " + type.sql()
                + ") RETURNS boolean LANGUAGE sql IMMUTABLE" + draw.oneOf("", " STRICT", " PARALLEL SAFE", " COST 5") + " "
                + form);
    }

    private Set<String> needsOfArguments(Item routine) {
        Set<String> needs = new TreeSet<>();
        routine.columns().forEach(type -> items.all().stream().filter(item -> item.isType() && type.startsWith(item.name()))
                .filter(item -> routine.needs().contains(item.key())).forEach(item -> needs.add(item.key())));
        return needs;
    }

    /** Counts what a relation holds, or asks another such function. */
    private Item count(String name, Item present) {
        List<String> arguments = present == null ? draw.chance(60) ? List.of() : List.of("integer") : present.columns();
        String key = name + "(" + String.join(",", arguments) + ")";
        Set<String> needs = new TreeSet<>();
        String query = draw.chance(30) ? call(key, needs) : null;
        if (query == null) {
            query = overRelation(key, needs);
        }
        String head = "CREATE FUNCTION " + name + "(" + (arguments.isEmpty() ? ""
                : "x integer"
                        + draw.oneOf("", " DEFAULT 4"))
                + ") RETURNS bigint LANGUAGE sql STABLE " + draw.oneOf("", "SECURITY DEFINER ");
        return routine(name, "count", arguments, needs, head + (draw.chance(40) ? "BEGIN ATOMIC " + query + "; END"
                : "AS $$ " + query + " $$"));
    }

    private String call(String key, Set<String> needs) {
        List<Item> others = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isCount)
                .filter(item -> !items.reaches(item, key)).toList();
        if (others.isEmpty()) {
            return null;
        }
        Item other = draw.oneOf(others);
        needs.add(other.key());
        return "SELECT " + other.name() + "() + 1";
    }

    private String overRelation(String key, Set<String> needs) {
        List<Item> relations = items.relations().stream().filter(item -> !items.reaches(item, key) && !items.isForeign(item))
                .toList();
        if (relations.isEmpty()) {
            return "SELECT 1::bigint";
        }
        Item relation = draw.oneOf(relations);
        return "SELECT count(*) FROM " + relation.name() + " r WHERE " + new Conditions(draw, items).over(relation, "r", needs);
    }

    private Item rows(String name) {
        List<Item> relations = items.relations().stream().filter(relation -> !items.reaches(relation, name + "()")).toList();
        if (relations.isEmpty()) {
            return null;
        }
        Item relation = draw.oneOf(relations);
        return routine(name, "rows", List.of(), Set.of(relation.key()), "CREATE FUNCTION " + name + "() RETURNS SETOF "
                + relation.name() + " LANGUAGE sql STABLE AS $$ SELECT * FROM " + relation.name()
                + draw.oneOf("", " LIMIT 3") + " $$");
    }

    private Item procedure(String name) {
        TypeItems.Typed type = types.any(null);
        List<String> arguments = new ArrayList<>(List.of(type.sql()));
        return routine(name, "procedure", arguments, type.needs(), "CREATE PROCEDURE " + name + "(x " + type.sql()
                + ") LANGUAGE sql AS $$ SELECT 1 $$");
    }
}
