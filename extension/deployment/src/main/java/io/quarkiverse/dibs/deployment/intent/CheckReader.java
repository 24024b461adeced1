package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.deployment.intent.ConstraintNames.Scope;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.sql.Identifiers;

/** The checks of a table: those that are written, and those that keep an enum's text to its labels. */
final class CheckReader {

    private final IntentBuilder builder;
    private final ConstraintNames names;

    CheckReader(IntentBuilder builder, ConstraintNames names) {
        this.builder = builder;
        this.names = names;
    }

    void read(TableModel table) {
        for (ColumnModel column : table.columns()) {
            String otherwise = table.id().name() + "_" + column.name() + "_check";
            column.mapped().enumeration().filter(EnumModel::text).ifPresent(enumeration -> add(table,
                    Optional.empty(), otherwise, labels(column, enumeration.labels()), column.place()));
            for (Values check : column.field().annotations(Check.class)) {
                add(table, check.given("name"), otherwise, check.text("value"), column.place());
            }
        }
        for (Values check : IntentBuilder.annotations(table.type(), Check.class, builder.index)) {
            add(table, check.given("name"), table.id().name() + "_check", check.text("value"), table.place());
        }
    }

    private void add(TableModel table, Optional<String> written, String otherwise, String expression, Place place) {
        if (expression.isBlank()) {
            builder.problems.add("DIBS-0120", place, "the expression of @Check is empty", "Write a boolean SQL expression.");
            return;
        }
        names.name(Scope.TABLE, table.id(), written, otherwise, place)
                .ifPresent(name -> builder.add(new CheckConstraint(ObjectId.part(ObjectKind.CHECK, table.id(), name),
                        new Expression(expression), false, true, true), place));
    }

    /** In the form Postgres itself prints, so that nothing has to be asked. */
    private static String labels(ColumnModel column, List<String> labels) {
        String name = Identifiers.quote(column.name());
        if (column.mapped().array()) {
            return "(" + name + " <@ " + array(labels) + ")";
        }
        return labels.size() == 1 ? "(" + name + " = " + literal(labels.get(0)) + ")"
                : "(" + name + " = ANY (" + array(labels) + "))";
    }

    private static String array(List<String> labels) {
        return labels.stream().map(CheckReader::literal).collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    private static String literal(String label) {
        return Literals.text(label) + "::text";
    }
}
