package io.quarkiverse.dibs.engine.random;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** What is in no schema and hangs on no table: event triggers and default privileges. */
final class DatabaseItems {

    private final Draw draw;
    private final Items items;

    DatabaseItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
    }

    Item eventTrigger(String name) {
        List<Item> functions = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isEventTrigger).toList();
        if (functions.isEmpty()) {
            return null;
        }
        Item function = draw.oneOf(functions);
        String key = "event trigger " + name;
        return new Item(key, Kind.EVENT_TRIGGER, key, name, "", List.of(), Set.of(function.key()),
                "CREATE EVENT TRIGGER " + name
                        + " ON " + draw.oneOf("ddl_command_end", "ddl_command_start", "sql_drop")
                        + draw.oneOf("", " WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')", " WHEN TAG IN ('DROP VIEW')")
                        + " EXECUTE FUNCTION " + function.name() + "()"
                        + draw.oneOf("", "", ";\nALTER EVENT TRIGGER " + name + " DISABLE"));
    }

    Item defaultPrivileges(Item present) {
        String schema = present == null ? draw.oneOf("", " IN SCHEMA s1", " IN SCHEMA s2") : present.type();
        String what = present == null ? draw.oneOf("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES") : present.name();
        // the functions and the type that come with a range have privileges of which nothing is read
        if (!items.all(Kind.RANGE).isEmpty() && (what.equals("FUNCTIONS") || what.equals("TYPES"))) {
            return null;
        }
        String key = "default privileges" + schema + " on " + what;
        String privilege = switch (what) {
            case "TABLES" -> draw.oneOf("SELECT", "SELECT, INSERT", "ALL");
            case "SEQUENCES" -> draw.oneOf("USAGE", "ALL");
            case "FUNCTIONS" -> "EXECUTE";
            default -> "USAGE";
        };
        boolean closed = schema.isEmpty() && (what.equals("FUNCTIONS") || what.equals("TYPES")) && draw.chance(50);
        return new Item(key, Kind.DEFAULT_PRIVILEGES, key, what, schema, List.of(), Set.of(), "ALTER DEFAULT PRIVILEGES"
                + schema
                + (closed ? " REVOKE " + privilege + " ON " + what + " FROM PUBLIC"
                        : " GRANT " + privilege + " ON " + what + " TO pg_monitor" + draw.oneOf("", " WITH GRANT OPTION")));
    }
}
