package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.jandex.DotName;

import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.deployment.intent.ConstraintNames.Scope;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.ReferentialAction;

/**
 * The foreign keys of a table, by entity or by name, on one column or several. What they point to must be an entity's table.
 */
final class ForeignKeyReader {

    private final IntentBuilder builder;
    private final ConstraintNames names;
    private final Map<DotName, TableModel> byClass;
    private final Map<ObjectId, TableModel> byId;

    ForeignKeyReader(IntentBuilder builder, ConstraintNames names, List<TableModel> tables) {
        this.builder = builder;
        this.names = names;
        this.byClass = tables.stream().collect(Collectors.toMap(table -> table.type().name(), Function.identity()));
        this.byId = tables.stream().collect(Collectors.toMap(TableModel::id, Function.identity()));
    }

    void read(TableModel table) {
        for (ColumnModel column : table.columns()) {
            for (Values key : column.field().annotations(ForeignKey.class)) {
                Columns.areOwn(builder, column, key, "@ForeignKey");
                read(table, key, List.of(column.name()), true, column.place());
            }
        }
        for (Values key : IntentBuilder.annotations(table.type(), ForeignKey.class, builder.index)) {
            List<String> columns = key.texts("columns");
            if (columns.isEmpty()) {
                builder.problems.add("DIBS-0113", table.place(), "@ForeignKey on a class needs its columns",
                        "Write @ForeignKey(columns = { \"...\" }, ...), or move it to the field.");
            } else {
                read(table, key, columns, false, table.place());
            }
        }
    }

    private void read(TableModel table, Values key, List<String> columns, boolean onField, Place place) {
        if (!Columns.exist(builder, table, columns, "@ForeignKey", place)
                || !Columns.exist(builder, table, key.texts("onDeleteColumns"), "@ForeignKey(onDeleteColumns)", place)) {
            return;
        }
        Optional<Target> target = target(table, key, onField, place);
        if (target.isEmpty() || !fits(table, columns, target.get(), place)) {
            return;
        }
        names.name(Scope.TABLE, table.id(), key.given("name"), table.id().name() + "_" + String.join("_", columns) + "_fkey",
                place)
                .ifPresent(name -> builder.add(new io.quarkiverse.dibs.schema.ForeignKey(
                        ObjectId.part(ObjectKind.FOREIGN_KEY, table.id(), name), columns, target.get().table.id(),
                        target.get().columns, key.flag("matchFull", false), action(key, "onDelete"),
                        key.texts("onDeleteColumns"), action(key, "onUpdate"), KeyReader.deferrability(key), true, true, false),
                        place));
    }

    private static ReferentialAction action(Values key, String member) {
        return ReferentialAction.valueOf(key.constant(member, io.quarkiverse.dibs.ReferentialAction.NO_ACTION).name());
    }

    private Optional<Target> target(TableModel table, Values key, boolean onField, Place place) {
        Optional<DotName> entity = key.type("entity").map(type -> type.name());
        Optional<String> references = key.given("references");
        if (entity.isPresent() == references.isPresent()) {
            builder.problems.add("DIBS-0113", place, "@ForeignKey says " + (entity.isPresent() ? "twice" : "nowhere")
                    + " where it points", "Write either entity = X.class or references = \"table.column\".");
            return Optional.empty();
        }
        List<String> named = key.texts("referencedColumns");
        if (entity.isPresent()) {
            return byEntity(entity.get(), named, place);
        }
        return byName(table, references.get(), named, onField, place);
    }

    private Optional<Target> byEntity(DotName entity, List<String> named, Place place) {
        TableModel target = byClass.get(entity);
        if (target == null) {
            builder.problems.add("DIBS-0104", place, "the class " + entity + " that it points to is not a table",
                    "Annotate it with @Table, and index the library that holds it.");
            return Optional.empty();
        }
        return Optional.of(new Target(target, named.isEmpty() ? target.key() : named));
    }

    private Optional<Target> byName(TableModel table, String written, List<String> named, boolean onField, Place place) {
        List<String> parts = QualifiedNames.parts(written);
        boolean withColumn = onField && named.isEmpty();
        int tableParts = withColumn ? parts.size() - 1 : parts.size();
        if (tableParts < 1 || tableParts > 2 || parts.contains("")) {
            builder.problems.add("DIBS-0120", place, "\"" + written + "\" is no reference", withColumn
                    ? "Write \"table.column\" or \"schema.table.column\"."
                    : "Write \"table\" or \"schema.table\".");
            return Optional.empty();
        }
        ObjectId id = tableParts == 2 ? ObjectId.table(parts.get(0), parts.get(1))
                : ObjectId.table(builder.settings.defaultSchema(), parts.get(0));
        TableModel target = byId.get(id);
        if (target == null && tableParts == 1) {
            target = byId.get(ObjectId.table(table.id().schema(), parts.get(0)));
        }
        if (target == null) {
            builder.problems.add("DIBS-0104", place,
                    "the table " + id.display() + " that it points to is not one of the entities",
                    "Tables are " + byId.keySet().stream().sorted().map(ObjectId::display).collect(Collectors.joining(", "))
                            + ".");
            return Optional.empty();
        }
        List<String> columns = withColumn ? List.of(parts.get(parts.size() - 1)) : named.isEmpty() ? target.key() : named;
        return Optional.of(new Target(target, columns));
    }

    private boolean fits(TableModel table, List<String> columns, Target target, Place place) {
        boolean good = true;
        for (String name : target.columns) {
            if (!target.table.declares(name)) {
                builder.problems.add("DIBS-0105", place,
                        "the table " + target.table.id().display() + " that it points to has no column " + name,
                        "Its columns are " + target.table.columns().stream().map(ColumnModel::name)
                                .collect(Collectors.joining(", ")) + ".");
                good = false;
            } else if (target.table.column(name).isEmpty()) {
                good = false;
            }
        }
        if (target.columns.isEmpty()) {
            builder.problems.add("DIBS-0115", place,
                    "the table " + target.table.id().display() + " that it points to has no primary key",
                    "Add @PrimaryKey there, or name unique columns with referencedColumns.");
            return false;
        }
        if (columns.size() != target.columns.size()) {
            builder.problems.add("DIBS-0118", place, "it has " + columns.size() + " columns (" + String.join(", ", columns)
                    + ") and points to " + target.columns.size() + " (" + String.join(", ", target.columns) + ")",
                    "Put it on the class with as many columns as the key it points to has.");
            return false;
        }
        return good && sameTypes(table, columns, target, place) && isUnique(target, place);
    }

    private boolean sameTypes(TableModel table, List<String> columns, Target target, Place place) {
        boolean good = true;
        for (int i = 0; i < columns.size(); i++) {
            String from = table.column(columns.get(i)).orElseThrow().mapped().type().name();
            String to = target.table.column(target.columns.get(i)).orElseThrow().mapped().type().name();
            if (!ComparableTypes.comparable(from, to)) {
                builder.problems.add("DIBS-0106", place,
                        "the column " + columns.get(i) + " is " + from + ", but " + target.table.id().display() + "."
                                + target.columns.get(i) + " that it points to is " + to,
                        "Give both the same type.");
                good = false;
            }
        }
        return good;
    }

    private boolean isUnique(Target target, Place place) {
        if (UniqueColumns.of(target.table, builder.index).contains(Set.copyOf(target.columns))) {
            return true;
        }
        builder.problems.add("DIBS-0115", place, "the columns that it points to are no key: "
                + target.table.id().display() + " (" + String.join(", ", target.columns) + ")",
                "Point to its primary key, or add @Unique there.");
        return false;
    }

    /** A table and the columns of it that a key points to. */
    private record Target(TableModel table, List<String> columns) {
    }
}
