package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What Postgres prints of a call that gives rows of a table names the columns by their places: {@code f() x(id, name)}. A table
 * that stays has its new columns at the end, wherever they are wanted, so the wanted texts name them in that order.
 */
final class RowAliases {

    private final Schema from;
    private final Schema to;

    private RowAliases(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** The wanted schema with the texts as they are to be over the tables as they will be. */
    static Schema reachable(Schema from, Schema to) {
        return new RowAliases(from, to).reachable();
    }

    private Schema reachable() {
        Map<String, Table> tables = new TreeMap<>();
        to.all(Table.class).filter(table -> from.contains(table.id()))
                .forEach(table -> tables.put(Identifiers.qualify(table.id()), table));
        Map<ObjectId, UnaryOperator<String>> orders = new TreeMap<>();
        to.all(Routine.class).forEach(routine -> Optional.ofNullable(tables.get(routine.result().replaceFirst("^SETOF ", "")))
                .flatMap(table -> reordered(table.id())).ifPresent(order -> orders.put(routine.id(), order)));
        if (orders.isEmpty()) {
            return to;
        }
        Map<ObjectId, DbObject> rewritten = new TreeMap<>();
        for (DbObject object : to.objects()) {
            to.dependenciesOf(object.id()).stream().map(orders::get).filter(order -> order != null).forEach(order -> rewritten
                    .put(object.id(), RewrittenTexts.of(rewritten.getOrDefault(object.id(), object), order)));
        }
        Schema.Builder builder = to.toBuilder();
        rewritten.values().forEach(builder::put);
        return builder.build();
    }

    /** Puts a list of all columns into the order that they will have; empty where that is the wanted one. */
    private Optional<UnaryOperator<String>> reordered(ObjectId table) {
        List<String> wanted = columns(to, table);
        List<String> reached = new ArrayList<>(columns(from, table));
        reached.retainAll(wanted);
        wanted.stream().filter(column -> !reached.contains(column)).forEach(reached::add);
        if (reached.equals(wanted)) {
            return Optional.empty();
        }
        Pattern aliases = Pattern
                .compile("(\\)(?: WITH ORDINALITY)? (?:\"(?:[^\"]|\"\")+\"|[a-z_][\\w$]*)\\()" + Pattern.quote(list(wanted))
                        + "(?=[,)])");
        return Optional.of(text -> aliases.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(list(reached))));
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static List<String> columns(Schema schema, ObjectId table) {
        return schema.all(Column.class).filter(column -> table.equals(column.id().parent()))
                .sorted(Comparator.comparingInt(Column::position)).map(column -> column.id().name()).toList();
    }
}
