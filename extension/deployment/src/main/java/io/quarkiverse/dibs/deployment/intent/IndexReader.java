package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.dibs.NullsOrder;
import io.quarkiverse.dibs.SortOrder;
import io.quarkiverse.dibs.deployment.intent.ConstraintNames.Scope;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Index.Key;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** The indexes of a table. */
final class IndexReader {

    private static final Pattern CALL = Pattern.compile("\\s*\\(?\\s*([a-z_][a-z0-9_]*)\\s*\\(.*\\)\\s*", Pattern.DOTALL);

    private final IntentBuilder builder;
    private final ConstraintNames names;

    IndexReader(IntentBuilder builder, ConstraintNames names) {
        this.builder = builder;
        this.names = names;
    }

    void read(TableModel table) {
        for (ColumnModel column : table.columns()) {
            for (Values index : column.field().annotations(io.quarkiverse.dibs.Index.class)) {
                read(table, index, Optional.of(column.name()), column.place());
            }
        }
        for (Values index : IntentBuilder.annotations(table.type(), io.quarkiverse.dibs.Index.class, builder.index)) {
            read(table, index, Optional.empty(), table.place());
        }
    }

    private void read(TableModel table, Values index, Optional<String> column, Place place) {
        List<String> columns = index.texts("columns");
        List<Values> details = index.nested("keys");
        boolean onColumn = columns.isEmpty() && details.isEmpty() && column.isPresent();
        if (!onColumn && columns.isEmpty() == details.isEmpty()) {
            builder.problems.add("DIBS-0113", place,
                    columns.isEmpty() ? "@Index on a class needs its columns" : "@Index has both columns and keys",
                    "Write columns = { \"...\" }, or keys = { @IndexKey(...) } for details.");
            return;
        }
        Optional<String> operatorClass = index.given("operatorClass");
        List<Key> keys = new ArrayList<>();
        for (String name : onColumn ? List.of(column.get()) : columns) {
            keys.add(new Key(Optional.of(name), Optional.empty(), Optional.empty(),
                    operatorClass.map(QualifiedNames::operatorClass), new TreeMap<>(), false, false));
        }
        for (Values detail : details) {
            key(detail, column, operatorClass, place).ifPresent(keys::add);
        }
        List<String> include = index.texts("include");
        List<String> named = keys.stream().flatMap(key -> key.column().stream()).toList();
        if (keys.size() < details.size() || !Columns.exist(builder, table, named, "@Index", place)
                || !Columns.exist(builder, table, include, "@Index(include)", place)) {
            return;
        }
        boolean unique = index.flag("unique", false);
        boolean nullsNotDistinct = index.flag("nullsNotDistinct", false);
        if (nullsNotDistinct && !unique) {
            builder.problems.add("DIBS-0113", place, "nullsNotDistinct has a meaning only for a unique index",
                    "Add unique = true, or remove it.");
        }
        names.name(Scope.RELATION, table.id(), index.given("name"), defaultName(table, keys, include), place)
                .ifPresent(name -> builder.add(new Index(ObjectId.inSchema(ObjectKind.INDEX, table.id().schema(), name),
                        table.id(), index.given("method").orElse("btree"), unique, nullsNotDistinct, keys, include,
                        index.given("where").map(Expression::new), new TreeMap<>(), Optional.empty(), true), place));
    }

    private Optional<Key> key(Values detail, Optional<String> column, Optional<String> operatorClass, Place place) {
        Optional<Expression> expression = detail.given("expression").map(Expression::new);
        Optional<String> name = expression.isPresent() ? detail.given("value") : detail.given("value").or(() -> column);
        if (name.isPresent() == expression.isPresent()) {
            builder.problems.add("DIBS-0113", place,
                    "an @IndexKey on a class is a column or an expression, and never both",
                    "Write @IndexKey(\"column\") or @IndexKey(expression = \"...\").");
            return Optional.empty();
        }
        boolean descending = detail.constant("order", SortOrder.ASC) == SortOrder.DESC;
        boolean nullsFirst = switch (detail.constant("nulls", NullsOrder.DEFAULT)) {
            case DEFAULT -> descending;
            case FIRST -> true;
            case LAST -> false;
        };
        TreeMap<String, String> parameters = new TreeMap<>();
        for (String parameter : detail.texts("operatorClassParameters")) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                builder.problems.add("DIBS-0120", place, "\"" + parameter + "\" is no parameter of an operator class",
                        "Write \"name=value\".");
                return Optional.empty();
            }
            parameters.put(parameter.substring(0, equals).strip(), parameter.substring(equals + 1).strip());
        }
        return Optional.of(new Key(name, expression, detail.given("collation").map(QualifiedNames::collation),
                detail.given("operatorClass").or(() -> operatorClass).map(QualifiedNames::operatorClass), parameters,
                descending, nullsFirst));
    }

    /** As Postgres does: an expression is called by the function it calls, or {@code expr}. */
    private static String defaultName(TableModel table, List<Key> keys, List<String> include) {
        return Stream.concat(Stream.of(table.id().name()),
                Stream.concat(keys.stream().map(key -> key.column().orElseGet(() -> expressionName(key))), include.stream()))
                .collect(Collectors.joining("_")) + "_idx";
    }

    private static String expressionName(Key key) {
        Matcher call = CALL.matcher(key.expression().orElseThrow().sql());
        return call.matches() ? call.group(1) : "expr";
    }
}
