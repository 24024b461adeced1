package io.quarkiverse.dibs.deployment.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.quarkiverse.dibs.Unique;
import io.quarkiverse.dibs.deployment.intent.ConstraintNames.Scope;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** The primary key and the unique constraints of a table. */
final class KeyReader {

    private final IntentBuilder builder;
    private final ConstraintNames names;

    KeyReader(IntentBuilder builder, ConstraintNames names) {
        this.builder = builder;
        this.names = names;
    }

    void read(TableModel table) {
        primaryKey(table);
        for (Values unique : IntentBuilder.annotations(table.type(), Unique.class, builder.index)) {
            List<String> columns = unique.texts("columns");
            if (columns.isEmpty()) {
                builder.problems.add("DIBS-0113", table.place(), "@Unique on a class needs its columns",
                        "Write @Unique(columns = { \"...\" }), or move it to the field.");
            } else {
                unique(table, unique, columns, table.place());
            }
        }
        for (ColumnModel column : table.columns()) {
            for (Values unique : column.field().annotations(Unique.class)) {
                Columns.areOwn(builder, column, unique, "@Unique");
                unique(table, unique, List.of(column.name()), column.place());
            }
        }
    }

    private void primaryKey(TableModel table) {
        List<Values> onClasses = IntentBuilder.annotations(table.type(), io.quarkiverse.dibs.PrimaryKey.class, builder.index);
        // that of the class itself, which stands last, rather than that of a superclass
        Optional<Values> onClass = onClasses.stream().reduce((above, below) -> below);
        List<Values> onFields = table.columns().stream()
                .flatMap(column -> column.field().annotation(io.quarkiverse.dibs.PrimaryKey.class).stream()).toList();
        table.columns().forEach(column -> column.field().annotation(io.quarkiverse.dibs.PrimaryKey.class)
                .ifPresent(key -> Columns.areOwn(builder, column, key, "@PrimaryKey")));
        if (onClass.isPresent() && (!onFields.isEmpty() || onClass.get().texts("columns").isEmpty())) {
            builder.problems.add("DIBS-0113", table.place(),
                    onFields.isEmpty() ? "@PrimaryKey on a class needs its columns"
                            : "@PrimaryKey stands on the class and on fields",
                    "Write @PrimaryKey(columns = { \"...\" }) on the class, or only @PrimaryKey on the fields.");
            return;
        }
        if (table.key().isEmpty()) {
            builder.warn("The table " + table.id().display() + " has no primary key (" + table.place().display()
                    + "): its rows cannot be told apart, replicated or backfilled in batches. Add @PrimaryKey to a field.");
            return;
        }
        if (!Columns.exist(builder, table, table.key(), "@PrimaryKey", table.place())) {
            return;
        }
        Optional<Values> said = onClass.or(() -> onFields.stream().filter(values -> values.given("name").isPresent())
                .findFirst()).or(() -> onFields.stream().findFirst());
        names.name(Scope.RELATION, table.id(), said.flatMap(values -> values.given("name")), table.id().name() + "_pkey",
                table.place())
                .ifPresent(name -> builder.add(new PrimaryKey(ObjectId.part(ObjectKind.PRIMARY_KEY, table.id(), name),
                        table.key(), List.of(), said.map(KeyReader::deferrability).orElse(Deferrability.NOT_DEFERRABLE), false,
                        new TreeMap<>(), Optional.empty()), table.place()));
    }

    private void unique(TableModel table, Values values, List<String> columns, Place place) {
        List<String> include = values.texts("include");
        if (!Columns.exist(builder, table, columns, "@Unique", place)
                || !Columns.exist(builder, table, include, "@Unique(include)", place)) {
            return;
        }
        List<String> all = new ArrayList<>(columns);
        all.addAll(include);
        names.name(Scope.RELATION, table.id(), values.given("name"),
                table.id().name() + "_" + String.join("_", all) + "_key", place)
                .ifPresent(name -> builder.add(new UniqueConstraint(ObjectId.part(ObjectKind.UNIQUE, table.id(), name), columns,
                        include, values.flag("nullsNotDistinct", false), deferrability(values), false, new TreeMap<>(),
                        Optional.empty()), place));
    }

    static Deferrability deferrability(Values values) {
        return Deferrability.valueOf(
                values.constant("deferrable", io.quarkiverse.dibs.Deferrability.NOT_DEFERRABLE).name());
    }
}
