package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What Postgres prints of a call that gives rows of a table names the columns by their places, {@code f() x(id, name)}, and so
 * it does with a table whose columns have names of their own in a query, {@code users u(id, name)}. A table that stays has its
 * new columns at the end, wherever they are wanted, so the wanted texts name them in that order.
 */
final class RowAliases {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[a-z_][\\w$]*)";

    /** What has queries in it. */
    private static final Set<ObjectKind> QUERYING = EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.RULE,
            ObjectKind.ROUTINE, ObjectKind.POLICY);

    private final Schema from;
    private final Schema to;
    private final Map<String, ObjectId> tables = new HashMap<>();
    private final Map<ObjectId, Optional<Reordered>> orders = new HashMap<>();
    private Map<ObjectId, List<Column>> present;
    private Map<ObjectId, List<Column>> wanted;

    private RowAliases(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** The wanted schema with the texts as they are to be over the tables as they will be. */
    static Schema reachable(Schema from, Schema to) {
        return new RowAliases(from, to).reachable();
    }

    private Schema reachable() {
        List<DbObject> querying = to.objects().stream().filter(object -> QUERYING.contains(object.id().kind())).toList();
        if (querying.isEmpty()) {
            return to;
        }
        to.all(Table.class).forEach(table -> tables.put(Identifiers.qualify(table.id()), table.id()));
        List<DbObject> rewritten = new ArrayList<>();
        for (DbObject object : querying) {
            DbObject reached = to.dependenciesOf(object.id()).stream()
                    .map(id -> id.kind() == ObjectKind.COLUMN ? id.parent() : id).distinct().map(this::order)
                    .flatMap(Optional::stream).reduce(object, RewrittenTexts::of, (one, other) -> other);
            if (reached != object) {
                rewritten.add(reached);
            }
        }
        if (rewritten.isEmpty()) {
            return to;
        }
        Schema.Builder builder = to.toBuilder();
        rewritten.forEach(builder::put);
        return builder.build();
    }

    /** How texts that use the table, or call the routine, are to be written; empty where the columns have the wanted order. */
    private Optional<UnaryOperator<String>> order(ObjectId used) {
        if (used.kind() == ObjectKind.TABLE) {
            return reordered(used).map(order -> order.ofTable(Identifiers.qualify(used)));
        }
        return to.find(used, Routine.class).map(routine -> tables.get(routine.result().replaceFirst("^SETOF ", "")))
                .flatMap(this::reordered).map(Reordered::ofCall);
    }

    private Optional<Reordered> reordered(ObjectId table) {
        return from.contains(table) && !isInWantedOrder(table) ? orders.computeIfAbsent(table, this::compare)
                : Optional.empty();
    }

    /**
     * A table that is built anew for another partition key has its columns as they are wanted, and one of a type as that has
     * them.
     */
    private boolean isInWantedOrder(ObjectId table) {
        Table after = to.find(table, Table.class).orElseThrow();
        Optional<String> key = after.partitionKey();
        return after.ofType().isPresent() || !from.find(table, Table.class).map(Table::partitionKey).equals(Optional.of(key))
                || key.isPresent() && to.all(Column.class).anyMatch(column -> table.equals(column.id().parent())
                        && key.get().contains(column.id().name()) && from.find(column.id(), Column.class)
                                .filter(before -> !before.type().equals(column.type())).isPresent());
    }

    private Optional<Reordered> compare(ObjectId table) {
        if (present == null) {
            present = byTable(from);
            wanted = byTable(to);
        }
        List<String> names = names(wanted.get(table));
        List<String> reached = new ArrayList<>(names(present.get(table)));
        reached.retainAll(names);
        names.stream().filter(column -> !reached.contains(column)).forEach(reached::add);
        return reached.equals(names) ? Optional.empty() : Optional.of(new Reordered(names, reached));
    }

    /** Puts the names of all columns into the order that the columns will have. */
    private record Reordered(List<String> wanted, List<String> reached) {

        /** A call gives the names of the columns. */
        UnaryOperator<String> ofCall() {
            Pattern aliases = Pattern.compile("(\\)(?: WITH ORDINALITY)? " + NAME + "\\()" + Pattern.quote(list(wanted))
                    + "(?=[,)])");
            return text -> aliases.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(list(reached)));
        }

        /** A table has names that it had before, or that the query gives it. */
        UnaryOperator<String> ofTable(String table) {
            Pattern aliases = Pattern.compile("((?<![\\w$\".])" + Pattern.quote(table) + " " + NAME + "\\()(" + NAME
                    + "(?:, " + NAME + ")*)\\)");
            Pattern name = Pattern.compile(NAME);
            return text -> aliases.matcher(text).replaceAll(found -> {
                List<String> names = name.matcher(found.group(2)).results().map(MatchResult::group).toList();
                return Matcher.quoteReplacement(names.size() != wanted.size() ? found.group()
                        : reached.stream().map(column -> names.get(wanted.indexOf(column)))
                                .collect(Collectors.joining(", ", found.group(1), ")")));
            });
        }
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static Map<ObjectId, List<Column>> byTable(Schema schema) {
        return schema.all(Column.class).collect(Collectors.groupingBy(column -> column.id().parent()));
    }

    private static List<String> names(List<Column> columns) {
        return columns == null ? List.of()
                : columns.stream().sorted(Comparator.comparingInt(Column::position))
                        .map(column -> column.id().name()).toList();
    }
}
