package io.quarkiverse.dibs.deployment.intent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * {@code @TriggerCheck}: a trigger and its function, with the texts {@code pg_get_triggerdef} and {@code pg_get_functiondef}
 * print for them, so that an unchanged one needs no server to be compared.
 */
final class TriggerCheckReader {

    private final IntentBuilder builder;
    private final Set<ObjectId> functions = new HashSet<>();

    TriggerCheckReader(IntentBuilder builder) {
        this.builder = builder;
    }

    void read(TableModel table) {
        for (Values check : IntentBuilder.annotations(table.type(), TriggerCheck.class, builder.index)) {
            if (check.text("value").isBlank()) {
                builder.problems.add("DIBS-0120", table.place(), "the expression of @TriggerCheck is empty",
                        "Write a boolean SQL expression over NEW and OLD.");
                continue;
            }
            name(table, check).ifPresent(name -> add(table, check, name));
        }
    }

    private Optional<String> name(TableModel table, Values check) {
        Optional<String> written = check.given("name");
        if (written.isPresent()) {
            if (!builder.isName("trigger", written.get(), table.place())) {
                return Optional.empty();
            }
            if (!functions.add(function(table, written.get()))) {
                builder.problems.add("DIBS-0119", table.place(),
                        "there are two of the name \"" + written.get() + "\" in the schema " + table.id().schema(),
                        "Give one of them another name: the function of a @TriggerCheck is called as it is.");
                return Optional.empty();
            }
            return written;
        }
        String otherwise = table.id().name() + "_trigger_check";
        String name = Identifiers.shorten(otherwise);
        for (int number = 1; !functions.add(function(table, name)); number++) {
            name = Identifiers.shorten(otherwise + number);
        }
        return Optional.of(name);
    }

    private static ObjectId function(TableModel table, String name) {
        return ObjectId.overloaded(ObjectKind.ROUTINE, table.id().schema(), name, "");
    }

    private void add(TableModel table, Values check, String name) {
        ObjectId function = function(table, name);
        ObjectId trigger = ObjectId.part(ObjectKind.TRIGGER, table.id(), name);
        String message = check.given("message")
                .orElse("the row of " + table.id().display() + " breaks the rule " + name);
        builder.add(new Routine(function, false, "", "trigger", "plpgsql",
                new Expression(definition(function, body(table, check.text("value"), name, message)))), table.place());
        builder.add(new Trigger(trigger, new Expression("CREATE TRIGGER " + Identifiers.quote(name)
                + " BEFORE INSERT OR UPDATE ON " + Identifiers.qualify(table.id()) + " FOR EACH ROW EXECUTE FUNCTION "
                + Identifiers.qualify(function) + "()"), Trigger.Enabled.ORIGIN), table.place());
        builder.dependency(trigger, function);
    }

    private static String body(TableModel table, String condition, String name, String message) {
        return """

                BEGIN
                  IF NOT (%s) THEN
                    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = %s, CONSTRAINT = %s, TABLE = %s, SCHEMA = %s;
                  END IF;
                  RETURN NEW;
                END;
                """.formatted(condition.strip(), Literals.text(message), Literals.text(name), Literals.text(table.id().name()),
                Literals.text(table.id().schema()));
    }

    private static String definition(ObjectId function, String body) {
        String tag = "function";
        while (body.contains("$" + tag)) {
            tag += "x";
        }
        return "CREATE OR REPLACE FUNCTION " + Identifiers.qualify(function) + "()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $"
                + tag + "$" + body + "$" + tag + "$";
    }
}
